/** Why a backup or a restore stops, with the exit code that a script can tell it by. */

export const refusals = {
	'wrong-passphrase': {
		exitCode: 3,
		sentence: 'Fel lösenfras. Ingenting har ändrats.'
	},
	'not-a-backup': {
		exitCode: 4,
		sentence:
			'Filen är inte en säkerhetskopia från Genklang, eller så är dess början skadad. Ingenting har ändrats.'
	},
	damaged: {
		exitCode: 4,
		sentence: 'Säkerhetskopian är inte hel: den är avbruten eller skadad. Ingenting har ändrats.'
	},
	'newer-program': {
		exitCode: 4,
		sentence:
			'Säkerhetskopian är gjord med en nyare version av Genklang. Installera den versionen eller en senare. Ingenting har ändrats.'
	},
	'not-empty': {
		exitCode: 5,
		sentence:
			'Där finns redan data. En säkerhetskopia läses bara in på en tom plats: välj en tom mapp eller en tom databas. Ingenting har ändrats.'
	},
	'wrong-master-key': {
		exitCode: 6,
		sentence:
			'Huvudnyckeln i GENKLANG_MASTER_KEY_FILE är inte den som säkerhetskopians nycklar är låsta med. Välj rätt fil. Ingenting har ändrats.'
	},
	'not-the-same': {
		exitCode: 1,
		sentence: 'Det som lästes in är inte detsamma som kopierades, och har tagits bort igen. Anmäl felet.'
	}
} as const;

export type RefusalKind = keyof typeof refusals;

/** The error to throw; its message is the sentence. */
export function makeRefusal(kind: RefusalKind): Error {
	return new Error(refusals[kind].sentence, { cause: kind });
}

/** Which refusal an error is, or null when it is another error. */
export function toRefusalKind(error: unknown): RefusalKind | null {
	const kind = error instanceof Error ? error.cause : null;
	return typeof kind === 'string' && kind in refusals ? (kind as RefusalKind) : null;
}
