import { isAbsolute, relative, resolve } from 'node:path';
import type { Environment } from '#lib/shared/environment.ts';
import { noBoxKeys, openBoxKeys, type BoxKeys } from './box-keys.ts';

/**
 * The keys of the surveys' boxes where the settings say that they are. Throws with one sentence when that is among the
 * data, which are copied: a copy of the key would open the copied answers.
 */
export function openBoxKeysFor({
	surveyKeysFolder,
	dataDirectory,
	mode
}: Pick<Environment, 'surveyKeysFolder' | 'dataDirectory' | 'mode'>): BoxKeys {
	if (surveyKeysFolder === null) return noBoxKeys;
	if (mode !== 'demo' && dataDirectory !== null) {
		const inside = relative(resolve(dataDirectory), resolve(surveyKeysFolder));
		if (!inside.startsWith('..') && !isAbsolute(inside)) {
			throw new Error(
				'Mappen i GENKLANG_SURVEY_KEYS ligger i datamappen. Välj en plats som inte kopieras med den.'
			);
		}
	}
	return openBoxKeys(surveyKeysFolder);
}
