/** Whoever may reach anything at all belongs to a board. */
import type { Actor } from './actor.ts';

export type ActorOfBoard = Exclude<Actor, { kind: 'anonymous' }>;
