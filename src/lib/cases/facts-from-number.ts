import type { PersonalNumber } from '#lib/secrecy/personal-number.ts';
import type { Client } from './case.ts';

type Facts = Pick<Client, 'sex' | 'birthYear'>;

/**
 * What a personal identity number says by itself: the year of birth, and the legal sex by the last digit but one, odd for
 * men and even for women (18 § folkbokföringslagen 1991:481). With them nobody has to write the same thing twice.
 */
export function factsFromNumber(number: PersonalNumber): {
	readonly [Fact in keyof Facts]: NonNullable<Facts[Fact]>;
} {
	return {
		sex: Number(number.at(-2)) % 2 === 1 ? 'male' : 'female',
		birthYear: Number(number.slice(0, 4))
	};
}
