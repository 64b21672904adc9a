/** A way of storing anonymous answers, ours or a naive one, as the linkage attack meets it. */
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Database } from '#lib/shared/server/database.ts';
import { toCode } from '#lib/surveys/survey-code.ts';
import { shuffle } from '#lib/surveys/shuffle.ts';
import type { SeenPerson } from './evidence.ts';

/** One who is going to answer. */
export interface MadeUpPerson extends SeenPerson {
	readonly answers: Readonly<Record<string, number>>;
	/** What stands on their slip, where there are slips. */
	readonly code: string;
}

export interface Build {
	readonly name: string;
	/** How many answer, where two hundred would take too long. */
	readonly people?: number;
	/** Makes what is needed before anybody answers. */
	begin(database: Database, people: readonly MadeUpPerson[]): Promise<RunningBuild>;
}

export interface RunningBuild {
	/** What more of each person's may be in a row, once they have answered. */
	marksOf?(person: MadeUpPerson): readonly string[];
	answer(person: MadeUpPerson): Promise<void>;
	/** The survey is over. */
	finish(): Promise<void>;
}

const questions = ['sol_1', 'sol_2', 'sol_3', 'sol_4', 'sol_5'] as const;
/** The codes of Simrishamn's questions are 0 to 3. */
const codes = 4;

/** People with answers that no two have alike, in the order in which they will answer: any order is as likely. */
export function makeUpPeople(count: number): MadeUpPerson[] {
	const people = Array.from({ length: count }, (_, index) => ({
		name: `Person ${index + 1} (påhittad)`,
		marks: [randomUUID()],
		code: toCode(randomBytes(12)),
		answers: Object.fromEntries(
			questions.map((question, at) => [question, Math.floor(index / codes ** at) % codes])
		)
	}));
	return mix(people);
}

export function mix<T>(things: readonly T[]): T[] {
	return shuffle(things, (limit) => randomInt(limit));
}

/** The answers in one writing, whatever order they have been stored in. */
export function writeAnswers(answers: Readonly<Record<string, unknown>>): string {
	return questions.map((question) => String(answers[question])).join('-');
}

/** Which answers a row holds, whatever its columns are called; null when it holds none. */
export function readAnswerOfRow(text: string): string | null {
	const found = questions.map((question) => new RegExp(`"${question}\\\\?": ?(\\d)`).exec(text)?.[1]);
	return found.includes(undefined) ? null : found.join('-');
}
