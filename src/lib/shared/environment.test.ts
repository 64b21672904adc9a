import { describe, expect, it } from 'vitest';
import { readEnvironment } from './environment.ts';

const enough = { GENKLANG_DATA: './data' };
const provider = {
	GENKLANG_OIDC_ISSUER: 'https://idp.kommun.se',
	GENKLANG_OIDC_CLIENT_ID: 'genklang',
	GENKLANG_OIDC_CLIENT_SECRET: 'hemlig'
};

describe('readEnvironment', () => {
	it('needs nothing but a place to store data', () => {
		const read = readEnvironment(enough);
		expect(read).toMatchObject({
			ok: true,
			value: { port: 3000, host: '127.0.0.1', publicUrl: 'http://127.0.0.1:3000', mode: 'production' }
		});
	});

	it.each([
		[{}, 'Ingen databas är vald'],
		[{ GENKLANG_DATA: './data', DATABASE_URL: 'postgres://x' }, 'inte båda'],
		[{ DATABASE_URL: 'mysql://x' }, 'postgres://'],
		[{ ...enough, PORT: 'tre' }, 'PORT'],
		[{ ...enough, PORT: '70000' }, 'PORT'],
		[{ ...enough, PUBLIC_URL: 'genklang.kommun.se' }, 'PUBLIC_URL'],
		[{ ...enough, PUBLIC_URL: 'https://kommun.se/enkat' }, 'PUBLIC_URL'],
		[{ ...enough, GENKLANG_MODE: 'test' }, 'GENKLANG_MODE'],
		[{ ...enough, GENKLANG_DATTA: 'x' }, 'GENKLANG_DATTA'],
		[{ DATABASE_URL: 'postgres://x', GENKLANG_MODE: 'demo' }, 'Demoläget'],
		[{ DATABASE_URL: 'postgres://genklang@db.kommun.example/genklang' }, 'sslmode=verify-full'],
		[{ ...enough, PUBLIC_URL: 'http://genklang.kommun.se' }, 'https://'],
		[{ ...enough, GENKLANG_SECRET: 'kort' }, 'GENKLANG_SECRET'],
		[{ ...enough, GENKLANG_OIDC_ISSUER: 'https://idp.kommun.se' }, 'alla tre'],
		[{ ...enough, ...provider, GENKLANG_OIDC_ISSUER: 'http://idp.kommun.se' }, 'GENKLANG_OIDC_ISSUER'],
		[{ ...enough, ...provider }, 'GENKLANG_OIDC_ACR']
	])('stops at %o with a sentence', (env, sentence) => {
		const read = readEnvironment(env);
		expect(read.ok).toBe(false);
		expect(read.ok ? '' : read.problem).toContain(sentence);
	});

	it('takes an identity provider that says how it shows two factors', () => {
		const read = readEnvironment({ ...enough, ...provider, GENKLANG_OIDC_AMR: 'pwd, otp' });
		expect(read.ok && read.value.municipality).toMatchObject({
			issuer: 'https://idp.kommun.se',
			required: { acr: [], amr: ['pwd', 'otp'] }
		});
	});

	it('lets the demo, where everything is made up, be shown over plain http', () => {
		const demo = { ...enough, GENKLANG_MODE: 'demo', PUBLIC_URL: 'http://192.168.1.5:3000' };
		expect(readEnvironment(demo).ok).toBe(true);
	});

	it('takes the public address without its final slash', () => {
		const read = readEnvironment({ ...enough, PUBLIC_URL: 'https://genklang.kommun.se/' });
		expect(read.ok && read.value.publicUrl).toBe('https://genklang.kommun.se');
	});
});
