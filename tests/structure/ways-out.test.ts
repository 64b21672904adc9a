/** Every figure about a group goes through one disclosure control: the ways out are found in the source and counted. */
import { describe, expect, it } from 'vitest';
import { permissions } from '#lib/access/permissions.ts';
import { controls, waysOut } from '#lib/outcomes/disclosure/ways-out.ts';
import { listSourceFiles, type SourceFile } from './source-files.ts';

const files = [...listSourceFiles('src'), ...listSourceFiles('bin')].filter(
	// The demo's loader puts made-up people in and hands nothing out.
	({ path }) => !/\.test\.ts$|^bin\/demo-data\//.test(path)
);
const disclosure = 'src/lib/outcomes/disclosure/';

/** Where a read is written down, by its name. */
const reads = new Map(
	files.flatMap((file) => {
		const name = /export const (\w+) = read\(\{/.exec(file.text)?.[1];
		return name ? [[name, file] as const] : [];
	})
);
const runTime = ({ imports }: SourceFile): string[] =>
	imports.filter(({ isType }) => !isType).map(({ target }) => target);
const withholds = ({ text }: SourceFile): boolean => /\bwithhold\(/.test(text);

/** Queries that count and close what they have counted, by name and file. */
const countingQueries = files
	.filter((file) => withholds(file) && /\/queries\.ts$/.test(file.path))
	.flatMap((file) =>
		[...file.text.matchAll(/export async function (\w+)\(/g)].map(([, name = '']) => ({ name, file }))
	);
const givesCounts = (file: SourceFile): boolean =>
	withholds(file) || countingQueries.some((query) => runTime(file).includes(query.file.path));
const countingReads = [...reads].filter(([, file]) => givesCounts(file));
const sources = [
	...countingReads.map(([name, file]) => ({ name, path: file.path })),
	...countingQueries.map(({ name, file }) => ({ name, path: file.path }))
];

/** The files that can hand something out and take counts, straight or from a file beside them. */
function listTakers(): { file: string; reads: string[] }[] {
	const isRead = (path: string): boolean => countingReads.some(([, file]) => file.path === path);
	return files
		.filter(({ path }) => /^src\/routes\/|^bin\/|\/server\//.test(path) && !isRead(path))
		.map((file) => ({
			file: file.path,
			reads: sources.filter(({ path }) => runTime(file).includes(path)).map(({ name }) => name)
		}))
		.filter((taker) => taker.reads.length > 0);
}

/** What can be asked for that leads to the file: pages and addresses, commands of the command line. */
function listExits(file: string): string[] {
	const isExit = (path: string): boolean => /\/\+(?:page|layout)?\.?server\.ts$|^bin\/commands\//.test(path);
	const seen = new Set([file]);
	for (const path of seen) {
		if (isExit(path)) continue;
		for (const other of files) if (runTime(other).includes(path)) seen.add(other.path);
	}
	return [...seen].filter(isExit);
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

	it('come out where it is written that they do, and nowhere else', () => {
		for (const { file, exits } of waysOut) expect(listExits(file).toSorted(), file).toEqual(exits.toSorted());
	});

	it('are opened nowhere but in the controls', () => {
		const openers = files.filter(({ text }) => /\.openForControl\(/.test(text)).map(({ path }) => path);
		expect(openers.toSorted()).toEqual([...new Set(controls.map(({ file }) => file))].toSorted());
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
		/** What the board has decided or asked, and when: about no people. */
		const aboutNoPeople = ['finishedSurveys', 'listTargets', 'listTargetYears'];
		const forFigures = [...reads].filter(([, { text }]) => {
			const permission = /permission: '([^']+)'/.exec(text)?.[1] as keyof typeof permissions | undefined;
			const holders = permission ? permissions[permission] : 'link';
			return typeof holders === 'object' && Object.values(holders).includes('aggregated' as never);
		});
		const open = forFigures.filter(([, file]) => !givesCounts(file)).map(([name]) => name);
		expect(open.toSorted()).toEqual(aboutNoPeople.toSorted());
		const counters = files.filter(({ text }) =>
			/\bcount(?:Anonymous(?:Answers|Forms)|AnswersBySurvey)\(\s*work/.test(text)
		);
		const ownQueries = 'src/lib/surveys/server/counts/queries.ts';
		expect(
			counters.filter((file) => file.path !== ownQueries && !givesCounts(file)).map(({ path }) => path)
		).toEqual([]);
	});
});
