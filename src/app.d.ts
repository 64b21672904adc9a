import type { Actor } from '#lib/access/actor.ts';
import type { Visit } from '#lib/access/server/read-visit.ts';
import type { SignInContext } from '#lib/access/server/sign-in-context.ts';
import type { DemoDoors } from '#lib/demo/demo-doors.ts';
import type { Channel } from '#lib/invitations/channel.ts';
import type { ProblemCode } from '#lib/shared/problem.ts';
import type { ClientLanguage } from '#lib/shared/client-language.ts';
import type { Context } from '#lib/shared/server/context.ts';

declare global {
	namespace App {
		interface Error {
			status: number;
			message: string;
			/** Which problem it was, so that the error page can say what to do next. */
			code: ProblemCode;
		}
		interface PageData {
			/** The way to the page, for the breadcrumb of the working pages. */
			way?: readonly { readonly href: string; readonly label: string }[];
		}
		interface Locals {
			demo: DemoDoors | null;
			actor: Actor;
			context: Context;
			/** What signing in works with. */
			signIn: SignInContext;
			/** The ways that messages can be sent from here; none where nothing is set up. */
			channels: readonly Channel[];
			/** Who has signed in, wholly or half; of a respondent's pages it is not even asked. */
			visit: Visit;
			locale: 'sv' | 'en';
			/** The language of a page that a client reads; on staff's pages the same as theirs. */
			language: ClientLanguage;
			isDemo: boolean;
		}
	}
}

export {};
