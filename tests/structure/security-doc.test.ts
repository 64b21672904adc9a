/** docs/security.md says what the program does: its figures and its list of algorithms are held against the code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { passwordCost } from '#lib/access/server/password-hash.ts';
import { longestPassword, shortestPassword } from '#lib/access/password-rules.ts';
import {
	absoluteLimitMs,
	freshLimitMs,
	halfSignedInLimitMs,
	idleLimitMs
} from '#lib/access/session-limits.ts';
import { throttleRules } from '#lib/access/throttle-rules.ts';
import { maxAnswersLength } from '#lib/collection/answers-size.ts';
import { maxBodyBytes, maxFields } from '#lib/shared/body-limits.ts';
import { maxJsonDepth } from '#lib/shared/parse-json.ts';
import { listSourceFiles, root } from './source-files.ts';

const text = readFileSync(join(root, 'docs', 'security.md'), 'utf8').replaceAll(/\s+/g, ' ');
const minute = 60_000;
const grouped = (figure: number): string => String(figure).replaceAll(/\B(?=(\d{3})+$)/g, ' ');

/** Code that runs, without tests and what is generated. */
const sources = ['src', 'bin']
	.flatMap((folder) => listSourceFiles(folder, ['.ts', '.js', '.svelte']))
	.filter(({ path }) => !path.endsWith('.test.ts'));

describe('docs/security.md', () => {
	it.each([
		`minst ${shortestPassword} tecken, högst ${longestPassword}`,
		`${throttleRules.account.free} försök utan väntan för ett konto, sedan ${throttleRules.account.firstWaitMs / 1000} sekunder som fördubblas till högst ${throttleRules.account.longestMs / minute} minuter`,
		`slut efter ${idleLimitMs / minute} minuter utan förfrågan och efter ${absoluteLimitMs / minute / 60} timmar`,
		`lösenord och andra faktor ${halfSignedInLimitMs / minute} minuter`,
		`båda faktorerna inom ${freshLimitMs / minute} minuter`,
		`högst ${grouped(maxBodyBytes)} byte och ${grouped(maxFields)} fält`,
		`svar högst ${grouped(maxAnswersLength)} tecken; JSON högst ${maxJsonDepth} nivåer`,
		`scrypt, N = 2^${passwordCost.logN}, r = ${passwordCost.r}, p = ${passwordCost.p}`
	])('says %s', (sentence) => {
		expect(text).toContain(sentence);
	});

	it('lists every algorithm that the code uses, and the code uses no weak one', () => {
		const calls =
			/(?:createHash|createHmac|createCipheriv|createDecipheriv|hkdfSync)\('([^']+)'|\b(scrypt)\(/g;
		const used = sources.flatMap(({ path, text: source }) =>
			[...source.matchAll(calls)].map(([, named, scrypt]) => ({ path, algorithm: named ?? scrypt ?? '' }))
		);
		expect(used.length).toBeGreaterThan(10);
		expect(used.filter(({ algorithm }) => !text.includes(algorithm))).toEqual([]);
		// RFC 6238 as authenticator apps have it; nothing else may rest on SHA-1.
		const weak = used.filter(({ algorithm }) => /md5|sha1|des|rc4|ecb|cbc/i.test(algorithm));
		expect(weak.map(({ path }) => path)).toEqual(['src/lib/access/server/totp.ts']);
	});
});

describe('the code', () => {
	const usesOf = (pattern: RegExp): string[] =>
		sources.filter(({ text: source }) => pattern.test(source)).map(({ path }) => path);

	it('takes every random number from the operating system', () => {
		expect(usesOf(/Math\.random\(/)).toEqual([]);
	});

	it('never makes code or commands of text', () => {
		expect(usesOf(/\beval\(|new Function\(|node:vm|\bsetTimeout\(\s*['"`]/)).toEqual([]);
		// Each runs a program of its own with a list of arguments that nobody writes: npm, vite, node, the user's browser.
		const starting = usesOf(/node:child_process/).sort();
		expect(starting).toEqual(childProcesses);
		expect(usesOf(/\bexecSync\(/)).toEqual([]);
	});

	it('makes no pattern of what somebody has written', () => {
		expect(usesOf(/new RegExp\(/)).toEqual(patterns);
	});

	it('asks no other computer for anything, but the identity provider through its library', () => {
		const asking = sources
			.filter(
				({ path }) => path.includes('/server/') || path.endsWith('.server.ts') || path.startsWith('bin/')
			)
			.filter(({ text: source }) =>
				/\b(?:globalThis\.)?fetch\(\s*['"`]https?:|node:https?'.*request|https?\.request\(/.test(source)
			);
		expect(asking.map(({ path }) => path)).toEqual([]);
	});

	it('turns off no check of certificates', () => {
		expect(usesOf(/rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED|sslmode=no-verify/)).toEqual([]);
	});

	it('knows no age of a password', () => {
		expect(usesOf(/password(?:ChangedAt|Expires|Age|MaxAge)|password_(?:changed|expires)/i)).toEqual([]);
	});

	it('writes on standard error in these places and nowhere else', () => {
		const writing = sources.filter(({ path }) => path.startsWith('src/'));
		const found = writing.filter(({ text: source }) =>
			/process\.std(?:err|out)|\bconsole\.\w+\(/.test(source)
		);
		expect(found.map(({ path }) => path)).toEqual(speaking);
	});

	it('stores nothing in the browser', () => {
		expect(usesOf(/\b(?:localStorage|sessionStorage|indexedDB)\b/)).toEqual([]);
	});

	it('listens to no messages from other windows', () => {
		expect(usesOf(/addEventListener\(\s*'message'|onmessage|postMessage\(/)).toEqual(messages);
	});

	it('reads JSON from outside in one place, and writes CSV in one', () => {
		const routes = sources.filter(
			({ path }) => path.startsWith('src/routes/') || path === 'src/hooks.server.ts'
		);
		expect(
			routes.filter(({ text: source }) => /JSON\.parse\(|\.json\(\)/.test(source)).map(({ path }) => path)
		).toEqual([]);
		const separated = usesOf(/\.join\(\s*['"`][;,\t]['"`]\s*\)/).filter(
			(path) => path !== 'src/lib/shared/to-csv.ts'
		);
		expect(separated).toEqual(joined);
	});
});

/** npm, vite and a newer Node, with arguments of the program's own. */
const childProcesses = ['bin/bootstrap.js', 'bin/commands/build.ts', 'bin/write-sbom.ts'];
/** What an instrument's author has written as a check of an answer, and a constant. */
const patterns = [
	'src/lib/instruments/server/compile-validators.ts',
	'src/lib/questionnaire/validators.ts',
	'src/lib/secrecy/server/master-key-file.ts'
];
/** The server and its own thread; a BroadcastChannel, which never crosses origins and is not read, only that something was said. */
const messages: readonly string[] = [
	'src/lib/secrecy/server/box-sealer.ts',
	'src/lib/secrecy/server/seal-thread.ts',
	'src/lib/shared/ui/forget-when-left.ts'
];
/** Parameters of a content type, names of pages in an address, and JSON. */
const joined = [
	'src/lib/collection/turn.ts',
	'src/lib/shared/body-limits.ts',
	'bin/commands/outcome.ts',
	'bin/commands/score.ts'
];
/** The lock of the data folder, the lines of docs/security.md, and the sealer's complaints. */
const speaking = [
	'src/lib/shared/server/directory-lock.ts',
	'src/request-log.server.ts',
	'src/start.server.ts'
];
