import type { Actor } from '#lib/access/actor.ts';
import type { DemoDoors } from '#lib/demo/demo-doors.ts';
import type { ProblemCode } from '#lib/shared/problem.ts';
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
			locale: 'sv' | 'en';
			isDemo: boolean;
		}
	}
}

export {};
