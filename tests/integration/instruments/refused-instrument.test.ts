import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { root, startServer } from '#tests/build/server-process.ts';
import { findFreePort } from '../postgres-cluster.ts';

const folder = mkdtempSync(join(tmpdir(), 'genklang-refused-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('is told of when the server starts, which goes on without it', async () => {
	const own = join(folder, 'instruments');
	const broken = join(own, 'trasigt', '1.0.0');
	cpSync(join(root, 'instruments', 'audit', '1.0.0'), broken, { recursive: true });
	writeFileSync(join(broken, 'survey.json'), '{ "pages": [');
	const server = await startServer({ GENKLANG_DATA: join(folder, 'data') }, await findFreePort(), {
		GENKLANG_INSTRUMENTS: own
	});
	await server.stop();
	expect(server.said()).toMatch(/^Ett formulär används inte: .*trasigt.*survey\.json#: .+$/m);
});
