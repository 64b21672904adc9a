import { defineEnvVars } from '@sveltejs/kit/env';
import { environmentDescriptions, environmentSchemas } from './lib/shared/environment.ts';

export const variables = defineEnvVars({
	DATABASE_URL: {
		schema: environmentSchemas.DATABASE_URL,
		description: environmentDescriptions.DATABASE_URL
	},
	GENKLANG_DATA: {
		schema: environmentSchemas.GENKLANG_DATA,
		description: environmentDescriptions.GENKLANG_DATA
	},
	PUBLIC_URL: { schema: environmentSchemas.PUBLIC_URL, description: environmentDescriptions.PUBLIC_URL },
	PORT: { schema: environmentSchemas.PORT, description: environmentDescriptions.PORT },
	HOST: { schema: environmentSchemas.HOST, description: environmentDescriptions.HOST },
	GENKLANG_MODE: {
		schema: environmentSchemas.GENKLANG_MODE,
		description: environmentDescriptions.GENKLANG_MODE
	},
	GENKLANG_MASTER_KEY_FILE: {
		schema: environmentSchemas.GENKLANG_MASTER_KEY_FILE,
		description: environmentDescriptions.GENKLANG_MASTER_KEY_FILE
	},
	GENKLANG_EARLIER_KEY_FILES: {
		schema: environmentSchemas.GENKLANG_EARLIER_KEY_FILES,
		description: environmentDescriptions.GENKLANG_EARLIER_KEY_FILES
	},
	GENKLANG_AUDIT_ANCHOR_FILE: {
		schema: environmentSchemas.GENKLANG_AUDIT_ANCHOR_FILE,
		description: environmentDescriptions.GENKLANG_AUDIT_ANCHOR_FILE
	},
	GENKLANG_SURVEY_KEYS: {
		schema: environmentSchemas.GENKLANG_SURVEY_KEYS,
		description: environmentDescriptions.GENKLANG_SURVEY_KEYS
	},
	GENKLANG_SECRET: {
		schema: environmentSchemas.GENKLANG_SECRET,
		description: environmentDescriptions.GENKLANG_SECRET
	},
	GENKLANG_TRUSTED_PROXIES: {
		schema: environmentSchemas.GENKLANG_TRUSTED_PROXIES,
		description: environmentDescriptions.GENKLANG_TRUSTED_PROXIES
	},
	GENKLANG_OIDC_ISSUER: {
		schema: environmentSchemas.GENKLANG_OIDC_ISSUER,
		description: environmentDescriptions.GENKLANG_OIDC_ISSUER
	},
	GENKLANG_OIDC_CLIENT_ID: {
		schema: environmentSchemas.GENKLANG_OIDC_CLIENT_ID,
		description: environmentDescriptions.GENKLANG_OIDC_CLIENT_ID
	},
	GENKLANG_OIDC_CLIENT_SECRET: {
		schema: environmentSchemas.GENKLANG_OIDC_CLIENT_SECRET,
		description: environmentDescriptions.GENKLANG_OIDC_CLIENT_SECRET
	},
	GENKLANG_OIDC_NAME: {
		schema: environmentSchemas.GENKLANG_OIDC_NAME,
		description: environmentDescriptions.GENKLANG_OIDC_NAME
	},
	GENKLANG_OIDC_ACR: {
		schema: environmentSchemas.GENKLANG_OIDC_ACR,
		description: environmentDescriptions.GENKLANG_OIDC_ACR
	},
	GENKLANG_OIDC_AMR: {
		schema: environmentSchemas.GENKLANG_OIDC_AMR,
		description: environmentDescriptions.GENKLANG_OIDC_AMR
	},
	GENKLANG_SECURITY_CONTACT: {
		schema: environmentSchemas.GENKLANG_SECURITY_CONTACT,
		description: environmentDescriptions.GENKLANG_SECURITY_CONTACT
	},
	GENKLANG_SMTP_URL: {
		schema: environmentSchemas.GENKLANG_SMTP_URL,
		description: environmentDescriptions.GENKLANG_SMTP_URL
	},
	GENKLANG_MAIL_FROM: {
		schema: environmentSchemas.GENKLANG_MAIL_FROM,
		description: environmentDescriptions.GENKLANG_MAIL_FROM
	},
	GENKLANG_SMS_URL: {
		schema: environmentSchemas.GENKLANG_SMS_URL,
		description: environmentDescriptions.GENKLANG_SMS_URL
	},
	GENKLANG_SMS_USER: {
		schema: environmentSchemas.GENKLANG_SMS_USER,
		description: environmentDescriptions.GENKLANG_SMS_USER
	},
	GENKLANG_SMS_PASSWORD: {
		schema: environmentSchemas.GENKLANG_SMS_PASSWORD,
		description: environmentDescriptions.GENKLANG_SMS_PASSWORD
	},
	GENKLANG_SMS_FROM: {
		schema: environmentSchemas.GENKLANG_SMS_FROM,
		description: environmentDescriptions.GENKLANG_SMS_FROM
	},
	GENKLANG_INSTRUMENTS: {
		schema: environmentSchemas.GENKLANG_INSTRUMENTS,
		description: environmentDescriptions.GENKLANG_INSTRUMENTS
	},
	GENKLANG_ROOT: {
		schema: environmentSchemas.GENKLANG_ROOT,
		description: environmentDescriptions.GENKLANG_ROOT
	}
});
