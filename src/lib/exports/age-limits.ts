import type { AgeLimits } from '#lib/outcomes/age-group.ts';

/**
 * The ages that groups in files begin at: of age at 18, and from 21 as Socialstyrelsen's statistics on adults with abuse
 * problems and family care divide them (21–29, 30–49, 50–64, 65 and over).
 */
export const fileAgeLimits: AgeLimits = [0, 13, 18, 21, 30, 50, 65, 80];
