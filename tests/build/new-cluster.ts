/** What `genklang build` makes new embedded databases out of; where nothing is built, making one takes longer. */
import { join } from 'node:path';
import { toEmptyCluster, toNewCluster } from '#lib/shared/environment.ts';

const root = join(import.meta.dirname, '..', '..');

export const newCluster = toNewCluster(root);
export const emptyCluster = toEmptyCluster(root);
