/**
 * Where names may stand. Swedish writes only names with a capital inside a sentence, so such a word is taken for one; the
 * first word of a sentence, and what is written in small letters, is a name when it is among common first names or follows
 * a word that names follow ("heter", "doktor", "handläggare").
 */
import { firstNames, firstNamesThatAreWords } from './first-names.ts';

interface Stretch {
	readonly start: number;
	readonly end: number;
}

const word = /\p{L}[\p{L}\p{M}'’-]*/gu;
const capital = /^\p{Lu}/u;
/** Words that a name comes after, in small letters too. */
const beforeName = new Set(
	'heter hette kallas doktor dr fru herr fröken farbror tant chefen handläggaren handläggare socialsekreteraren socialsekreterare kontaktpersonen kontaktperson kuratorn kurator läraren psykologen rektorn mvh hälsningar'.split(
		' '
	)
);
/** Small words between a word of the list before and the name, or that are no names there: "handläggaren är", "heter inte". */
const neverName = new Set(
	'är var inte och som på i till av med har hade kan kunde ska skulle vill ville gör gjorde säger sa tog tar lyssnar lyssnade hjälper hjälpte borde måste får fick att det den de du jag vi ni han hon hen man en ett min mitt mina din vår för från om när där här så men eller aldrig alltid ofta bara också mycket bra dålig dåligt snäll nya nu sen sedan byts byter bytte svarar svarade ringer ringde kom kommer ger gav tyckte tycker förstår förstod alla ingen inget något någon samma sig vet hela hel igen hos kvar också två tre flera nytt utan trots över under efter innan kallar heter'.split(
		' '
	)
);
/** Capitals inside sentences that name no person: authorities, days, holy days, languages' countries, what the field says. */
const notNames = new Set(
	'sverige svensk sol lss ivo bup sis vab jag ni er du gud ok tv covid corona facebook sms internet jul påsk jobb försäkringskassan arbetsförmedlingen socialtjänsten socialförvaltningen socialkontoret kommunen skatteverket migrationsverket polisen kronofogden region regionen nämnden soc tack bra allt'.split(
		' '
	)
);

/** Stretches that may be names, first and last name together, in the order they stand. */
export function findNames(text: string): readonly Stretch[] {
	const words = [...text.matchAll(word)].map(({ 0: letters, index }) => ({
		letters,
		lower: letters.toLowerCase(),
		start: index,
		end: index + letters.length
	}));
	const found: Stretch[] = [];
	for (const [at, { letters, lower, start, end }] of words.entries()) {
		const before = words[at - 1];
		const between = before ? text.slice(before.end, start) : '';
		const last = found.at(-1);
		const follows = last !== undefined && last.end === before?.end && /^[ ]$/.test(between);
		// An initial's full stop ends no sentence: "K. Andersson".
		const isInitial = between === '. ' && before?.letters.length === 1 && capital.test(before.letters);
		const isFirst = !before || (!isInitial && /[.!?:;\n•"”*–]/.test(between)) || /^\s*-\s/.test(between);
		const isName = capital.test(letters)
			? looksLikeName(letters, lower, isFirst) || (follows && capital.test(letters))
			: isKnown(lower, false) || (isAfterTitle(before?.lower, between) && !neverName.has(lower));
		if (!isName) continue;
		if (follows) found[found.length - 1] = { start: last.start, end };
		else found.push({ start, end });
	}
	return found;
}

function looksLikeName(letters: string, lower: string, isFirst: boolean): boolean {
	if (isKnown(lower, true)) return true;
	if (isFirst || notNames.has(lower)) return false;
	// Abbreviations, and people who write everything in capitals.
	return letters.length > 1 && letters !== letters.toUpperCase();
}

/** Also in the genitive ("Annas") and in both halves of a double name. */
function isKnown(lower: string, hasCapital: boolean): boolean {
	return lower.split('-').some((part) => {
		const forms = [part, part.replace(/[’']?s$/, '')];
		return forms.some((form) => firstNames.has(form) || (hasCapital && firstNamesThatAreWords.has(form)));
	});
}

function isAfterTitle(before: string | undefined, between: string): boolean {
	return before !== undefined && beforeName.has(before) && /^[ ,.]{1,2}$/.test(between);
}
