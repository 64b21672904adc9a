/** A real OpenID Connect provider on this computer (the npm package `oidc-provider`), with made-up people in it. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';

/** What the provider says about somebody, and how they were let in. */
export interface ProviderPerson {
	readonly sub: string;
	readonly email: string;
	readonly email_verified: boolean;
	readonly name: string;
	readonly acr?: string;
	readonly amr?: readonly string[];
}

export interface IdentityProvider {
	readonly issuer: string;
	readonly clientId: string;
	readonly clientSecret: string;
	/** Who answers the next time somebody is sent there; null cancels. */
	person: ProviderPerson | null;
	/** Exchanges the ID token that is handed out next for another; null leaves it as it is. */
	forge: ((token: string) => string) | null;
	/** What the provider signs with. */
	readonly signingKey: KeyObject;
	/** The query of the last authorization request. */
	lastRequest: URLSearchParams | null;
	close(): Promise<void>;
}

export const twoFactorLevel = 'http://id.sambi.se/loa/loa3';
const clientId = 'genklang';
const clientSecret = 'made up for the tests';

/** Starts a provider that sends people back to the given address. */
export async function startIdentityProvider(redirectUri: string): Promise<IdentityProvider> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const people = new Map<string, ProviderPerson>();
	const signingKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
	const provider = new Provider(issuer, configure(redirectUri, people, signingKey));
	const state: IdentityProvider = {
		issuer,
		clientId,
		clientSecret,
		person: null,
		forge: null,
		signingKey,
		lastRequest: null,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};
	const handle = provider.callback();
	server.on('request', (request, response) => {
		const url = new URL(request.url ?? '/', issuer);
		if (url.pathname === '/auth') state.lastRequest = url.searchParams;
		if (url.pathname === '/token' && state.forge) exchangeIdToken(response, state.forge);
		if (!url.pathname.startsWith('/interaction/')) return void handle(request, response);
		answer(provider, state.person, people, request, response).catch(() => response.writeHead(500).end());
	});
	return state;
}

/** Lets the provider answer as usual, but for the ID token. */
function exchangeIdToken(response: ServerResponse, forge: (token: string) => string): void {
	const end = response.end.bind(response) as (text: string) => ServerResponse;
	response.end = ((body: Buffer | string) => {
		const answer = JSON.parse(String(body)) as { id_token?: string };
		const text = JSON.stringify({ ...answer, ...(answer.id_token ? { id_token: forge(answer.id_token) } : {}) });
		response.setHeader('content-length', Buffer.byteLength(text));
		return end(text);
	}) as typeof response.end;
}

function configure(
	redirectUri: string,
	people: ReadonlyMap<string, ProviderPerson>,
	signingKey: KeyObject
): Configuration {
	return {
		jwks: { keys: [{ ...signingKey.export({ format: 'jwk' }), kid: 'made-up', use: 'sig', alg: 'RS256' }] },
		clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
		cookies: { keys: ['made up for the tests'] },
		acrValues: [twoFactorLevel, 'password'],
		claims: { openid: ['sub', 'acr', 'amr'], email: ['email', 'email_verified'], profile: ['name'] },
		conformIdTokenClaims: false,
		features: { devInteractions: { enabled: false } },
		interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
		findAccount: (_context, id) => {
			const person = people.get(id);
			if (!person) return undefined;
			const { acr, amr, ...rest } = person;
			return { accountId: id, claims: () => ({ ...rest, ...(acr ? { acr } : {}), ...(amr ? { amr: [...amr] } : {}) }) };
		}
	};
}

/** Lets the person in and gives what was asked for, without any page. */
async function answer(
	provider: Provider,
	person: ProviderPerson | null,
	people: Map<string, ProviderPerson>,
	request: IncomingMessage,
	response: ServerResponse
): Promise<void> {
	const { prompt, params, session, grantId } = await provider.interactionDetails(request, response);
	if (!person) {
		const refusal = { error: 'access_denied', error_description: 'the person changed their mind' };
		return provider.interactionFinished(request, response, refusal);
	}
	people.set(person.sub, person);
	if (prompt.name === 'login') {
		const login = {
			accountId: person.sub,
			...(person.acr ? { acr: person.acr } : {}),
			...(person.amr ? { amr: [...person.amr] } : {})
		};
		return provider.interactionFinished(request, response, { login });
	}
	const grant = grantId
		? await provider.Grant.find(grantId)
		: new provider.Grant({ accountId: session?.accountId ?? '', clientId: String(params['client_id']) });
	grant?.addOIDCScope('openid email profile');
	return provider.interactionFinished(request, response, { consent: { grantId: (await grant?.save()) ?? '' } });
}
