import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { problems } from '#lib/shared/problem.ts';
import { listSourceFiles, root } from './source-files.ts';

const folder = join(root, 'messages');
const languages = readdirSync(folder);

interface Entry {
	readonly file: string;
	readonly key: string;
	readonly text: string;
}

function entriesOf(language: string): Entry[] {
	return readdirSync(join(folder, language)).flatMap((file) =>
		Object.entries(JSON.parse(readFileSync(join(folder, language, file), 'utf8')) as Record<string, unknown>)
			.filter(([key]) => key !== '$schema')
			.map(([key, value]) => ({ file, key, text: typeof value === 'string' ? value : JSON.stringify(value) }))
	);
}

const swedish = entriesOf('sv');

describe('messages', () => {
	it('are complete in every language', () => {
		for (const language of languages) {
			expect(
				entriesOf(language)
					.map(({ file, key }) => `${file} ${key}`)
					.sort()
			).toEqual(swedish.map(({ file, key }) => `${file} ${key}`).sort());
		}
	});

	it('have no key twice and no empty text', () => {
		const keys = swedish.map(({ key }) => key);
		expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
		for (const language of languages) {
			expect(
				entriesOf(language)
					.filter(({ text }) => text.trim() === '')
					.map(({ key }) => key)
			).toEqual([]);
		}
	});

	it('use the same parameters in every language', () => {
		const parametersOf = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
		for (const language of languages) {
			const texts = new Map(entriesOf(language).map(({ key, text }) => [key, text]));
			for (const { key, text } of swedish)
				expect([key, parametersOf(texts.get(key) ?? '')]).toEqual([key, parametersOf(text)]);
		}
	});

	it('have a sentence for every problem', () => {
		const keys = new Set(swedish.map(({ key }) => key));
		const missing = Object.keys(problems).filter((code) => !keys.has(`problem_${code.replaceAll('-', '_')}`));
		expect(missing).toEqual([]);
	});

	it('all come to use', () => {
		// The list of clients' words names every one of them and uses none.
		const source = listSourceFiles('src')
			.filter(({ path }) => path !== 'src/lib/shared/client-words.ts')
			.map(({ text }) => text)
			.join('\n');
		const words = new Set(source.match(/\w+/g));
		const unused = swedish
			.filter(({ key }) => !key.startsWith('problem_') && !words.has(key))
			.map(({ key }) => key);
		// Keys that are put together from a code (`respondent_problem_` + code) are found by their beginning.
		const built = [...source.matchAll(/`([a-z]+(?:_[a-z]+)*_)\$\{/g)].map(([, beginning]) => beginning ?? '');
		expect(unused.filter((key) => !built.some((beginning) => key.startsWith(beginning)))).toEqual([]);
	});

	it('never call participation consent, nor a result an effect', () => {
		const found = swedish.filter(({ text }) => /samtyck|effekt/i.test(text));
		// The one sentence that says what the figures do not show.
		expect(found.map(({ key }) => key)).toEqual(['report_not_an_effect']);
	});

	it('say anonymous only about surveys without a person', () => {
		const found = swedish.filter(
			({ key, text }) => /anonym/i.test(text) && !/survey|anonymous|target|board|demo_door_kiosk/.test(key)
		);
		expect(found.map(({ key, text }) => `${key}: ${text}`)).toEqual([]);
	});
});
