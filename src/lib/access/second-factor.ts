/** What a session was completed with. Without one of these it reaches nothing but the sign-in pages. */
export const secondFactors = ['totp', 'backup-code', 'passkey', 'municipality'] as const;

/** `municipality`: the identity provider has given both factors, and says so in `acr` or `amr`. */
export type SecondFactor = (typeof secondFactors)[number];
