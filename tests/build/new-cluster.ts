/** What `genklang build` makes new embedded databases out of; where nothing is built, making one takes longer. */
import { join } from 'node:path';
import { toNewCluster } from '#lib/shared/environment.ts';

export const newCluster = toNewCluster(join(import.meta.dirname, '..', '..'));
