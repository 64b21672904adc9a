/** What is written down about sign-in (ASVS 5.0 16.3.1: every authentication, whether it succeeded or not). */
export const signInEventKinds = [
	'signed-in',
	'signed-out',
	'password-refused',
	'code-refused',
	'passkey-refused',
	'municipality-refused',
	'throttled',
	'password-set',
	'second-factor-changed',
	'handed-over',
	'unlocked',
	'unlock-refused'
] as const;
export type SignInEventKind = (typeof signInEventKinds)[number];
