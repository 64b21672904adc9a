/** A passkey in software: makes a key and signs with it as WebAuthn level 3 §6 and §8 say, or as an attacker would. */
import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import type {
	AuthenticationResponseJSON,
	PublicKeyCredentialCreationOptionsJSON,
	PublicKeyCredentialRequestOptionsJSON,
	RegistrationResponseJSON
} from '@simplewebauthn/server';

export interface Behaviour {
	/** The page the browser says it is on. */
	readonly origin: string;
	/** Whether fingerprint, face or PIN was asked for. */
	readonly isUserVerified?: boolean;
	/** The relying party the authenticator signs for; the one that is asked for when left out. */
	readonly relyingParty?: string;
	readonly counter?: number;
}

const sha256 = (data: Buffer | string): Buffer => createHash('sha256').update(data).digest();

export class Authenticator {
	readonly id = randomBytes(32).toString('base64url');
	readonly #key: KeyObject;
	readonly #publicKey: Buffer;
	#counter = 0;

	constructor() {
		const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
		const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
		this.#key = privateKey;
		// COSE: kty EC2, alg ES256, crv P-256, x, y (RFC 9053 §7.1).
		this.#publicKey = Buffer.concat([
			Buffer.from('a5010203262001215820', 'hex'),
			Buffer.from(x, 'base64url'),
			Buffer.from('225820', 'hex'),
			Buffer.from(y, 'base64url')
		]);
	}

	/** What the browser sends when a passkey has been made; attestation `none`. */
	make(options: PublicKeyCredentialCreationOptionsJSON, behaviour: Behaviour): RegistrationResponseJSON {
		const id = Buffer.from(this.id, 'base64url');
		const length = Buffer.alloc(2);
		length.writeUInt16BE(id.length);
		const credential = Buffer.concat([Buffer.alloc(16), length, id, this.#publicKey]);
		const data = this.#authenticatorData(options.rp.id ?? '', behaviour, credential);
		const size = Buffer.alloc(2);
		size.writeUInt16BE(data.length);
		const attestation = Buffer.concat([
			Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746159', 'hex'),
			size,
			data
		]);
		const clientData = toClientData('webauthn.create', options.challenge, behaviour.origin);
		return {
			id: this.id,
			rawId: this.id,
			type: 'public-key',
			clientExtensionResults: {},
			response: {
				clientDataJSON: clientData.toString('base64url'),
				attestationObject: attestation.toString('base64url'),
				transports: ['internal']
			}
		};
	}

	/** What the browser sends when the passkey has been used. */
	use(options: PublicKeyCredentialRequestOptionsJSON, behaviour: Behaviour): AuthenticationResponseJSON {
		this.#counter = behaviour.counter ?? this.#counter + 1;
		const data = this.#authenticatorData(options.rpId ?? '', behaviour);
		const clientData = toClientData('webauthn.get', options.challenge, behaviour.origin);
		const signed = Buffer.concat([data, sha256(clientData)]);
		return {
			id: this.id,
			rawId: this.id,
			type: 'public-key',
			clientExtensionResults: {},
			response: {
				clientDataJSON: clientData.toString('base64url'),
				authenticatorData: data.toString('base64url'),
				signature: createSign('sha256').update(signed).sign(this.#key).toString('base64url')
			}
		};
	}

	#authenticatorData(asked: string, behaviour: Behaviour, credential?: Buffer): Buffer {
		const { relyingParty = asked, isUserVerified = true } = behaviour;
		const counter = Buffer.alloc(4);
		counter.writeUInt32BE(this.#counter);
		// UP, UV, AT: user present, user verified, attested credential data.
		const flags = 0x01 | (isUserVerified ? 0x04 : 0) | (credential ? 0x40 : 0);
		return Buffer.concat([sha256(relyingParty), Buffer.from([flags]), counter, credential ?? Buffer.alloc(0)]);
	}
}

function toClientData(type: string, challenge: string, origin: string): Buffer {
	return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}
