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
	GENKLANG_AUDIT_ANCHOR_FILE: {
		schema: environmentSchemas.GENKLANG_AUDIT_ANCHOR_FILE,
		description: environmentDescriptions.GENKLANG_AUDIT_ANCHOR_FILE
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
