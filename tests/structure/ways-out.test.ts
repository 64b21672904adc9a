/** Every figure about a group goes through one disclosure control: the ways out are found in the source and counted. */
import { describe, expect, it } from 'vitest';
import { permissions } from '#lib/access/permissions.ts';
import { controls, waysOut } from '#lib/outcomes/disclosure/ways-out.ts';
import { listSourceFiles, type SourceFile } from './source-files.ts';

const files = [...listSourceFiles('src'), ...listSourceFiles('bin')].filter(
	({ path }) => !/\.test\.ts$/.test(path)
);
const disclosure = 'src/lib/outcomes/disclosure/';

/** Where a read is written down, by its name. */
const reads = new Map(
	files.flatMap((file) => {
		const name = /export const (\w+) = read\(\{/.exec(file.text)?.[1];
		return name ? [[name, file] as const] : [];
	})
);
const givesCounts = ({ text }: SourceFile): boolean => /\bwithhold\(/.test(text);
const countingReads = [...reads].filter(([, file]) => givesCounts(file));

/** The files that can hand something out and take the read's counts, straight or from a file beside them. */
function listTakers(): { file: string; reads: string[] }[] {
	return files
		.filter(({ path }) => /^src\/routes\/|^bin\/|\/server\//.test(path))
		.map(({ path, imports }) => ({
			file: path,
			reads: countingReads
				.filter(([, read]) => imports.some(({ target, isType }) => !isType && target === read.path))
				.map(([name]) => name)
		}))
		.filter((taker) => taker.reads.length > 0);
}

describe('figures about groups', () => {
	it('leave by the ways that are written down, and by no other', () => {
		const written = waysOut.map(({ file, reads: taken }) => ({ file, reads: [...taken] }));
		expect(listTakers()).toEqual(expect.arrayContaining(written));
		expect(listTakers()).toHaveLength(written.length);
	});

	it('go through the control that each way names', () => {
		for (const { file, control } of waysOut) {
			const known = controls.find(({ name }) => name === control);
			const page = files.find(({ path }) => path === file);
			expect(known, control).toBeDefined();
			expect(page?.imports.map(({ target }) => target)).toContain(known?.file);
			expect(page?.text).toContain(`${control}(`);
		}
	});

	it('are opened nowhere but in the controls', () => {
		const openers = files.filter(({ text }) => /\.openForControl\(/.test(text)).map(({ path }) => path);
		expect(openers.toSorted()).toEqual(controls.map(({ file }) => file).toSorted());
	});

	it('are called shown by the disclosure control alone', () => {
		const others = files
			.filter(({ path }) => !path.startsWith(disclosure))
			.filter(({ text }) => /import \{[^}]*\bshow\b[^}]*\} from '[^']*disclosure\/shown\.ts'/.test(text));
		const forged = files
			.filter(({ path }) => path !== `${disclosure}shown.ts`)
			.filter(({ text }) => /as (?:unknown as )?Shown(?:Value)?</.test(text));
		expect([...others, ...forged].map(({ path }) => path)).toEqual([]);
	});

	it('are withheld by every read that is for figures, and counted by no other', () => {
		/** What the board has decided and when: about no people. */
		const aboutNoPeople = ['listTargets', 'listTargetYears'];
		const forFigures = [...reads].filter(([, { text }]) => {
			const permission = /permission: '([^']+)'/.exec(text)?.[1] as keyof typeof permissions | undefined;
			const holders = permission ? permissions[permission] : 'link';
			return typeof holders === 'object' && Object.values(holders).includes('aggregated' as never);
		});
		const open = forFigures.filter(([, file]) => !givesCounts(file)).map(([name]) => name);
		expect(open.toSorted()).toEqual(aboutNoPeople.toSorted());
		const counters = files.filter(({ text }) => /\bcountAnonymous(?:Answers|Forms)\(\s*work/.test(text));
		const ownQueries = 'src/lib/surveys/server/queries.ts';
		expect(
			counters.filter((file) => file.path !== ownQueries && !givesCounts(file)).map(({ path }) => path)
		).toEqual([]);
	});
});
