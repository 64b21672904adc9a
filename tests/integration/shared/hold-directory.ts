/** A process of its own that opens a data folder, says so, and keeps it until it is killed. */
import { openDatabase } from '#lib/shared/server/database.ts';
import { newCluster } from '#tests/build/new-cluster.ts';

try {
	await openDatabase({ dataDirectory: process.argv[2] ?? '', newCluster });
	process.stdout.write('open\n');
	setInterval(() => {}, 1_000);
} catch (error) {
	process.stderr.write(`${(error as Error).message}\n`);
	process.exitCode = 1;
}
