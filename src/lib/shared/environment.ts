/**
 * Every setting of the program, declared once. `src/env.ts` hands them to SvelteKit; the command line reads the same
 * table. A wrong value stops the start with the sentence written here.
 */
import * as v from 'valibot';
import { ok, refuse, type Result } from './result.ts';

const port = v.optional(
	v.pipe(
		v.string(),
		v.regex(/^\d{1,5}$/, 'PORT ska vara ett heltal mellan 1 och 65535, till exempel 3000.'),
		v.transform(Number),
		v.minValue(1, 'PORT ska vara minst 1.'),
		v.maxValue(65535, 'PORT ska vara högst 65535.')
	),
	'3000'
);

function isPlainOrigin(text: string): boolean {
	if (!URL.canParse(text)) return false;
	const url = new URL(text);
	const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
	return isWeb && (text === url.origin || text === `${url.origin}/`);
}

const databaseAddress = /^postgres(ql)?:\/\//;

/** Another computer is reached with https only; plain http is for an identity provider on this one, in tests. */
function isIssuer(text: string): boolean {
	if (!URL.canParse(text)) return false;
	const { protocol, hostname, search, hash } = new URL(text);
	return (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))) && search + hash === '';
}

/** `smtps://` from the first byte, `smtp://` with STARTTLS. */
function isMailServer(text: string): boolean {
	return URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol) && new URL(text).hostname !== '';
}

const wordList = v.pipe(
	v.string(),
	v.transform((text) => text.split(/[\s,]+/).filter((word) => word !== ''))
);

/** One schema per variable: text (or nothing) in, typed value out. */
export const environmentSchemas = {
	DATABASE_URL: v.optional(
		v.pipe(
			v.string(),
			v.regex(databaseAddress, 'DATABASE_URL ska börja med postgres:// och peka på en PostgreSQL-databas.')
		)
	),
	GENKLANG_DATA: v.optional(
		v.pipe(
			v.string(),
			v.minLength(1, 'GENKLANG_DATA ska vara en mapp att spara data i, till exempel ./data.')
		)
	),
	PUBLIC_URL: v.optional(
		v.pipe(
			v.string(),
			v.check(
				isPlainOrigin,
				'PUBLIC_URL ska vara adressen som besökarna använder, utan sökväg, till exempel https://genklang.kommun.se.'
			),
			v.transform((text) => new URL(text).origin)
		)
	),
	PORT: port,
	HOST: v.optional(v.pipe(v.string(), v.minLength(1, 'HOST ska vara en adress att lyssna på.')), '127.0.0.1'),
	GENKLANG_MODE: v.optional(
		v.picklist(['production', 'demo'], 'GENKLANG_MODE ska vara production eller demo.'),
		'production'
	),
	GENKLANG_MASTER_KEY_FILE: v.optional(
		v.pipe(
			v.string(),
			v.minLength(
				1,
				'GENKLANG_MASTER_KEY_FILE ska vara filen med huvudnyckeln, till exempel /etc/genklang/key.'
			)
		)
	),
	GENKLANG_SECURITY_CONTACT: v.optional(
		v.pipe(
			v.string(),
			v.regex(
				/^(mailto:|tel:|https:\/\/)\S+$/,
				'GENKLANG_SECURITY_CONTACT ska börja med mailto:, tel: eller https://, till exempel mailto:sakerhet@kommun.se.'
			)
		)
	),
	GENKLANG_BACKUP_PASSPHRASE: v.optional(v.string()),
	GENKLANG_BACKUP_PASSPHRASE_FILE: v.optional(v.string()),
	GENKLANG_AUDIT_ANCHOR_FILE: v.optional(v.string()),
	GENKLANG_EARLIER_KEY_FILES: v.optional(v.string(), ''),
	GENKLANG_SURVEY_KEYS: v.optional(v.string()),
	GENKLANG_SECRET: v.optional(
		v.pipe(
			v.string(),
			v.minLength(
				32,
				'GENKLANG_SECRET ska vara minst 32 slumpade tecken, till exempel från openssl rand -base64 48.'
			)
		)
	),
	GENKLANG_TRUSTED_PROXIES: v.optional(v.string(), ''),
	GENKLANG_OIDC_ISSUER: v.optional(
		v.pipe(
			v.string(),
			v.check(
				isIssuer,
				'GENKLANG_OIDC_ISSUER ska vara identitetstjänstens adress, till exempel https://idp.kommun.se.'
			)
		)
	),
	GENKLANG_OIDC_CLIENT_ID: v.optional(v.string()),
	GENKLANG_OIDC_CLIENT_SECRET: v.optional(v.string()),
	GENKLANG_OIDC_NAME: v.optional(v.string(), ''),
	GENKLANG_OIDC_ACR: v.optional(wordList, ''),
	GENKLANG_OIDC_AMR: v.optional(wordList, ''),
	GENKLANG_SMTP_URL: v.optional(
		v.pipe(
			v.string(),
			v.check(
				isMailServer,
				'GENKLANG_SMTP_URL ska vara e-postservern, till exempel smtps://användare:lösenord@mail.kommun.se.'
			)
		)
	),
	GENKLANG_MAIL_FROM: v.optional(v.string()),
	GENKLANG_SMS_URL: v.optional(
		v.pipe(
			v.string(),
			v.check(isIssuer, 'GENKLANG_SMS_URL ska vara sms-tjänstens adress och börja med https://.')
		)
	),
	GENKLANG_SMS_USER: v.optional(v.string()),
	GENKLANG_SMS_PASSWORD: v.optional(v.string()),
	GENKLANG_SMS_FROM: v.optional(v.string()),
	GENKLANG_INSTRUMENTS: v.optional(v.string(), ''),
	GENKLANG_ROOT: v.optional(v.string(), '.')
} as const;

/** What each variable is for, shown by `genklang serve --help` and in the README. */
export const environmentDescriptions: Readonly<Record<keyof typeof environmentSchemas, string>> = {
	DATABASE_URL:
		'PostgreSQL, till exempel postgres://genklang@db/genklang?sslmode=verify-full. Antingen denna eller GENKLANG_DATA.',
	GENKLANG_DATA: 'Mapp för den inbyggda databasen (PGlite). Antingen denna eller DATABASE_URL.',
	PUBLIC_URL: 'Adressen besökarna använder. Utan den: http://127.0.0.1 och porten.',
	PORT: 'Port att lyssna på. Utan den: 3000.',
	HOST: 'Adress att lyssna på. Utan den: 127.0.0.1 (bara den egna datorn).',
	GENKLANG_MODE: 'production eller demo. Demo går bara över en databas som demo själv har skapat.',
	GENKLANG_MASTER_KEY_FILE:
		'Filen med huvudnyckeln, som allt känsligt i databasen är låst med. Görs med genklang create-key; ligger utanför datamappen.',
	GENKLANG_SECURITY_CONTACT:
		'Vart den som hittar en sårbarhet ska vända sig; visas på /.well-known/security.txt.',
	GENKLANG_BACKUP_PASSPHRASE: 'Lösenfras för genklang backup och restore. Hellre i en fil, se nästa.',
	GENKLANG_BACKUP_PASSPHRASE_FILE: 'Fil med lösenfrasen på första raden.',
	GENKLANG_EARLIER_KEY_FILES:
		'Tidigare huvudnycklar efter ett byte, åtskilda som mappar i PATH: med dem granskas äldre rader i åtkomstloggen.',
	GENKLANG_AUDIT_ANCHOR_FILE:
		'Fil utanför databasen där åtkomstloggens kedja förankras. Utan den: bredvid GENKLANG_DATA; med DATABASE_URL ingen.',
	GENKLANG_SURVEY_KEYS:
		'Mapp för de anonyma undersökningarnas nycklar, utanför databasen och säkerhetskopiorna. Utan den: bredvid GENKLANG_DATA; krävs med DATABASE_URL för att öppna en anonym undersökning.',
	GENKLANG_SECRET:
		'Lång slumpad text som inloggningen vilar på. Krävs med DATABASE_URL; annars görs filen secret i GENKLANG_DATA.',
	GENKLANG_TRUSTED_PROXIES:
		'Egna proxyservrar, adresser eller nät åtskilda med komma: bara från dem tros X-Forwarded-For.',
	GENKLANG_OIDC_ISSUER: 'Kommunens identitetstjänst (OpenID Connect), till exempel https://idp.kommun.se.',
	GENKLANG_OIDC_CLIENT_ID: 'Genklangs namn hos identitetstjänsten.',
	GENKLANG_OIDC_CLIENT_SECRET: 'Genklangs hemlighet hos identitetstjänsten.',
	GENKLANG_OIDC_NAME: 'Vad inloggningen heter på knappen, till exempel Exempelby kommun.',
	GENKLANG_OIDC_ACR:
		'Tillitsnivåer som räknas som två faktorer (acr), åtskilda med mellanslag. Denna eller nästa krävs.',
	GENKLANG_OIDC_AMR: 'Metoder som alla ska ha använts (amr), åtskilda med mellanslag, till exempel pwd otp.',
	GENKLANG_SMTP_URL:
		'E-postservern för inbjudningar, till exempel smtps://användare:lösenord@mail.kommun.se. Utan den: ingen e-post.',
	GENKLANG_MAIL_FROM:
		'Avsändaren, till exempel "Exempelby kommun <svara-ej@kommun.se>". Krävs med GENKLANG_SMTP_URL.',
	GENKLANG_SMS_URL: 'Sms-tjänstens adress, till exempel https://api.46elks.com/a1/sms. Utan den: inga sms.',
	GENKLANG_SMS_USER: 'Användarnamn hos sms-tjänsten. Krävs med GENKLANG_SMS_URL.',
	GENKLANG_SMS_PASSWORD: 'Lösenord hos sms-tjänsten. Krävs med GENKLANG_SMS_URL.',
	GENKLANG_SMS_FROM: 'Avsändare av sms: ett nummer eller högst elva bokstäver. Krävs med GENKLANG_SMS_URL.',
	GENKLANG_INSTRUMENTS: 'Fler mappar med egna formulär, åtskilda med kolon (semikolon i Windows).',
	GENKLANG_ROOT: 'Programmets mapp. Sätts av genklang-kommandot.'
};

/** How staff sign in with the municipality's own accounts. */
export interface MunicipalitySettings {
	readonly issuer: string;
	readonly clientId: string;
	readonly clientSecret: string;
	/** Shown on the button; empty when it has no name. */
	readonly name: string;
	/** Levels of which one must be stated, and methods that must all be stated: what shows that there were two factors. */
	readonly required: { readonly acr: readonly string[]; readonly amr: readonly string[] };
}

/** How people are invited and reminded; null is not at all. */
export interface MessagingSettings {
	readonly smtp: { readonly url: string; readonly from: string } | null;
	readonly sms: {
		readonly url: string;
		readonly user: string;
		readonly password: string;
		readonly from: string;
	} | null;
}

/** Where `genklang build` puts an embedded database with this version's tables, for new ones to be made out of. */
export function toNewCluster(root: string): string {
	return `${root}/build/new-cluster.tar.gz`;
}

/** Where it puts one without tables, for what makes the tables itself: a copy from an older version is restored into it. */
export function toEmptyCluster(root: string): string {
	return `${root}/build/empty-cluster.tar.gz`;
}

/** The same storage, in which a new folder begins without tables: for commands that make them, or that there must be some for. */
export function beginEmpty(storage: Environment['storage'], root: string): Environment['storage'] {
	return storage.kind === 'pglite' ? { ...storage, newCluster: toEmptyCluster(root) } : storage;
}

/** The settings as the program uses them. */
export interface Environment {
	readonly storage:
		| { readonly kind: 'pglite'; readonly dataDirectory: string; readonly newCluster?: string }
		| { readonly kind: 'postgres'; readonly databaseUrl: string };
	readonly databaseUrl: string | null;
	readonly dataDirectory: string | null;
	/** Null when none is chosen, which only demo mode starts without. */
	readonly masterKeyFile: string | null;
	/** Master keys from before a change, which old lines of the access log were signed with; separated as directories are. */
	readonly earlierKeyFiles: string;
	/** Null when the access log is anchored nowhere. */
	readonly auditAnchorFile: string | null;
	/** Null where anonymous surveys cannot be opened: no place for their keys has been chosen. */
	readonly surveyKeysFolder: string | null;
	readonly publicUrl: string;
	/** What sign-in rests on; null when it lies in the data folder. */
	readonly secret: string | null;
	/** Addresses and networks, separated by commas. */
	readonly trustedProxies: string;
	/** The municipality's identity provider; null when there is none. */
	readonly municipality: MunicipalitySettings | null;
	readonly messaging: MessagingSettings;
	readonly port: number;
	readonly host: string;
	readonly mode: 'production' | 'demo';
	readonly instrumentDirectories: string;
	readonly root: string;
}

/**
 * Reads all settings, or says in one sentence what is wrong with them. Refuses an unknown GENKLANG_ name, because a
 * misspelt setting would otherwise be silently ignored.
 */
export function readEnvironment(
	env: Readonly<Record<string, string | undefined>>
): Result<Environment, string> {
	const unknown = Object.keys(env).find(
		(name) => name.startsWith('GENKLANG_') && !(name in environmentSchemas)
	);
	if (unknown) return refuse(`Inställningen ${unknown} finns inte. Kontrollera stavningen.`);
	const present = Object.fromEntries(
		Object.keys(environmentSchemas).flatMap((name) => {
			const text = env[name];
			return text === undefined || text === '' ? [] : [[name, text]];
		})
	);
	const parsed = v.safeParse(v.object(environmentSchemas), present);
	if (!parsed.success) return refuse(parsed.issues[0].message);
	return toEnvironment(parsed.output);
}

/** Made-up data need no anchor; a database server's folder is not known here. */
function anchorsBeside(dataDirectory: string | undefined, mode: Environment['mode']): string | null {
	return dataDirectory === undefined || mode === 'demo'
		? null
		: `${dataDirectory.replace(/[\\/]+$/, '')}.audit-anchors`;
}

/** Made-up data may have theirs inside; others never among what is copied. */
function surveyKeysBeside(dataDirectory: string | undefined, mode: Environment['mode']): string | null {
	if (dataDirectory === undefined) return null;
	return mode === 'demo'
		? demoSurveyKeys(dataDirectory)
		: `${dataDirectory.replace(/[\\/]+$/, '')}.survey-keys`;
}

/** Where the made-up surveys have their keys. */
export const demoSurveyKeys = (dataDirectory: string): string =>
	`${dataDirectory.replace(/[\\/]+$/, '')}/survey-keys`;

type Settings = v.InferOutput<v.ObjectSchema<typeof environmentSchemas, undefined>>;

function toEnvironment(settings: Settings): Result<Environment, string> {
	const { DATABASE_URL: databaseUrl, GENKLANG_DATA: dataDirectory } = settings;
	if (databaseUrl && dataDirectory) {
		return refuse('Sätt antingen DATABASE_URL eller GENKLANG_DATA, inte båda.');
	}
	if (settings.GENKLANG_MODE === 'demo' && databaseUrl) {
		return refuse('Demoläget har sin egen inbyggda databas och kan inte köras över DATABASE_URL.');
	}
	if (databaseUrl && !saysIfEncrypted(databaseUrl)) {
		return refuse(
			'DATABASE_URL pekar på en annan dator och säger inte om förbindelsen krypteras. Lägg till ?sslmode=verify-full, eller ?sslmode=disable om nätet dit är helt ert eget.'
		);
	}
	const storage = databaseUrl
		? ({ kind: 'postgres', databaseUrl } as const)
		: dataDirectory
			? ({ kind: 'pglite', dataDirectory, newCluster: toNewCluster(settings.GENKLANG_ROOT) } as const)
			: null;
	if (!storage) {
		return refuse(
			'Ingen databas är vald. Sätt GENKLANG_DATA till en mapp eller DATABASE_URL till en PostgreSQL-databas.'
		);
	}
	const publicUrl = settings.PUBLIC_URL ?? `http://127.0.0.1:${settings.PORT}`;
	if (settings.GENKLANG_MODE !== 'demo' && !isProtected(publicUrl)) {
		return refuse('PUBLIC_URL ska börja med https://. Utan kryptering kan inloggningen avlyssnas.');
	}
	const municipality = toMunicipality(settings);
	if (!municipality.ok) return municipality;
	const messaging = toMessaging(settings);
	if (!messaging.ok) return messaging;
	return ok({
		storage,
		databaseUrl: databaseUrl ?? null,
		dataDirectory: dataDirectory ?? null,
		masterKeyFile: settings.GENKLANG_MASTER_KEY_FILE ?? null,
		earlierKeyFiles: settings.GENKLANG_EARLIER_KEY_FILES,
		auditAnchorFile:
			settings.GENKLANG_AUDIT_ANCHOR_FILE ?? anchorsBeside(dataDirectory, settings.GENKLANG_MODE),
		surveyKeysFolder:
			settings.GENKLANG_SURVEY_KEYS ?? surveyKeysBeside(dataDirectory, settings.GENKLANG_MODE),
		publicUrl,
		secret: settings.GENKLANG_SECRET ?? null,
		trustedProxies: settings.GENKLANG_TRUSTED_PROXIES,
		municipality: municipality.value,
		messaging: messaging.value,
		port: settings.PORT,
		host: settings.HOST,
		mode: settings.GENKLANG_MODE,
		instrumentDirectories: settings.GENKLANG_INSTRUMENTS,
		root: settings.GENKLANG_ROOT
	});
}

/** Whether an address is this computer itself. */
function isLoopback(hostname: string): boolean {
	return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

/**
 * The driver does not encrypt unless it is told to, and nobody should come to send names over a network unencrypted by
 * leaving something out (ASVS 5.0 12.3.1). On the computer itself there is no network.
 */
function saysIfEncrypted(databaseUrl: string): boolean {
	if (!URL.canParse(databaseUrl)) return true;
	const { hostname, searchParams } = new URL(databaseUrl);
	const isHere = hostname === '' || isLoopback(hostname);
	return isHere || searchParams.has('sslmode') || searchParams.get('sslrootcert') === 'system';
}

function isProtected(publicUrl: string): boolean {
	const { protocol, hostname } = new URL(publicUrl);
	return protocol === 'https:' || isLoopback(hostname);
}

function toMunicipality(settings: Settings): Result<MunicipalitySettings | null, string> {
	const {
		GENKLANG_OIDC_ISSUER: issuer,
		GENKLANG_OIDC_CLIENT_ID: clientId,
		GENKLANG_OIDC_CLIENT_SECRET: clientSecret
	} = settings;
	const required = { acr: settings.GENKLANG_OIDC_ACR, amr: settings.GENKLANG_OIDC_AMR };
	if (!issuer && !clientId && !clientSecret) return ok(null);
	if (!issuer || !clientId || !clientSecret) {
		return refuse(
			'Sätt GENKLANG_OIDC_ISSUER, GENKLANG_OIDC_CLIENT_ID och GENKLANG_OIDC_CLIENT_SECRET, alla tre.'
		);
	}
	if (required.acr.length === 0 && required.amr.length === 0) {
		return refuse(
			'Sätt GENKLANG_OIDC_ACR eller GENKLANG_OIDC_AMR: det som visar att identitetstjänsten har krävt två faktorer.'
		);
	}
	return ok({ issuer, clientId, clientSecret, name: settings.GENKLANG_OIDC_NAME, required });
}

function toMessaging(settings: Settings): Result<MessagingSettings, string> {
	const { GENKLANG_SMTP_URL: smtpUrl, GENKLANG_MAIL_FROM: mailFrom } = settings;
	const {
		GENKLANG_SMS_URL: smsUrl,
		GENKLANG_SMS_USER: user,
		GENKLANG_SMS_PASSWORD: password,
		GENKLANG_SMS_FROM: smsFrom
	} = settings;
	if ((smtpUrl === undefined) !== (mailFrom === undefined)) {
		return refuse('Sätt GENKLANG_SMTP_URL och GENKLANG_MAIL_FROM, båda två.');
	}
	const given = [smsUrl, user, password, smsFrom].filter((text) => text !== undefined);
	if (given.length !== 0 && given.length !== 4) {
		return refuse(
			'Sätt GENKLANG_SMS_URL, GENKLANG_SMS_USER, GENKLANG_SMS_PASSWORD och GENKLANG_SMS_FROM, alla fyra.'
		);
	}
	return ok({
		smtp: smtpUrl && mailFrom ? { url: smtpUrl, from: mailFrom } : null,
		sms: smsUrl && user && password && smsFrom ? { url: smsUrl, user, password, from: smsFrom } : null
	});
}
