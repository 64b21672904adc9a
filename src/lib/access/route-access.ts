/**
 * The one list of everything that can be asked for over the web, and whom it is for. What is not in it does not exist:
 * a new page, action or endpoint is closed until somebody has said here who may use it.
 */
import type { Actor } from './actor.ts';
import { mayAct, type Permission } from './permissions.ts';

export type Access =
	/** Anybody at all. */
	| 'public'
	/** Anybody, in the demo only. */
	| 'demo'
	/** Whoever has the link; the link itself is tried below the route. */
	| 'link-holder'
	/** A tablet with a credential of its own, which opens nothing else; it is tried below the route. */
	| 'kiosk'
	/** Whoever holds a tablet that staff have handed over: the session opens this, and nothing else. */
	| 'lent'
	/** Staff who hold one of the permissions; how far it reaches is tried below the route. */
	| { readonly staff: readonly Permission[] };

export interface RouteAccess {
	/** Who may open the page. Left out where there is no page. */
	readonly page?: Access;
	/** Who may do what its forms do, by the action's name. */
	readonly actions?: Readonly<Record<string, Access>>;
	/** Who may call the endpoint, by method. */
	readonly methods?: Readonly<Record<string, Access>>;
}

const staff = (...permissions: readonly Permission[]): Access => ({ staff: permissions });
const journey = '/(respondent)/s/[board=boardCode]/[token=token]';
const oneKiosk = '/(kiosk)/kiosk/[board=boardCode]';
const oneCase = '/(staff)/cases/[caseId=caseId]';
const oneInterview = `${oneCase}/interviews/[administrationId=administrationId]`;
const oneResponse = `${oneCase}/responses/[responseId=responseId]`;
const onePlan = '/(admin)/plans/[planId=planId]';
const oneSurvey = '/(admin)/surveys/[surveyId=surveyId]';
const signIn = '/(sign-in)/sign-in';
const published = '/(published)/results/[board=boardCode]/[year=year]';
const oneReport = '/(reports)/reports/[question=reportQuestion]';

/** By route as SvelteKit names it. */
export const routeAccess: Readonly<Record<string, RouteAccess>> = {
	'/(public)': { page: 'public' },
	'/(public)/stop/[code]': { page: 'public' },
	'/(public)/[x+2e]well-known/security.txt': { methods: { GET: 'public' } },

	// What browsers have stopped, by the content security policy: read by whoever runs the server.
	'/(public)/csp-report': { methods: { POST: 'public' } },

	// What a board has published, and nothing else: in other sites' frames too.
	[published]: { page: 'public' },
	[`${published}/charts/[chart=goalChart].svg`]: { methods: { GET: 'public' } },
	[`${published}/data.csv`]: { methods: { GET: 'public' } },
	[`${published}/data.json`]: { methods: { GET: 'public' } },

	'/(demo)/demo.json': { methods: { GET: 'demo' } },
	'/(demo)/demo/enter/[role]': { methods: { GET: 'demo' } },

	// Whoever has drawn a code comes in here, and is nobody; the code leads on to a link of its own.
	'/(respondent)/k/[board=boardCode]': { page: 'public', actions: { default: 'public' } },
	[journey]: { page: 'link-holder', actions: { decline: 'link-holder' } },
	[`${journey}/information`]: { page: 'link-holder' },
	[`${journey}/pictures/[hash=pictureHash]`]: { methods: { GET: 'link-holder' } },
	[`${journey}/leave`]: { methods: { POST: 'link-holder' } },
	[`${journey}/[step=journeyStep]`]: { page: 'link-holder', actions: { default: 'link-holder' } },

	'/(lent)/here': { page: 'lent', actions: { shut: 'lent' } },
	'/(lent)/here/[step=journeyStep]': { page: 'lent', actions: { default: 'lent' } },
	'/(lent)/here/pictures/[hash=pictureHash]': { methods: { GET: 'lent' } },
	'/(lent)/here/unlock': { page: 'lent', actions: { password: 'lent', code: 'lent', leave: 'lent' } },
	'/(lent)/here/unlock/passkey/options': { methods: { POST: 'lent' } },
	'/(lent)/here/unlock/passkey/answer': { methods: { POST: 'lent' } },
	// The page holds nothing by itself: what it shows is asked for with the tablet's own credential.
	[oneKiosk]: { page: 'public' },
	[`${oneKiosk}/pair`]: { page: 'public', actions: { default: 'public' } },
	[`${oneKiosk}/manifest`]: { methods: { GET: 'kiosk' } },
	[`${oneKiosk}/pictures/[hash=pictureHash]`]: { methods: { GET: 'kiosk' } },
	[`${oneKiosk}/answers`]: { methods: { POST: 'kiosk' } },

	// Open to everybody, since nobody is anybody yet: each asks by itself how far the sign-in has come.
	[signIn]: { page: 'public', actions: { default: 'public' } },
	[`${signIn}/code`]: { page: 'public', actions: { default: 'public' } },
	[`${signIn}/backup-code`]: { page: 'public', actions: { default: 'public' } },
	[`${signIn}/passkey`]: { page: 'public' },
	[`${signIn}/passkey/options`]: { methods: { POST: 'public' } },
	[`${signIn}/passkey/answer`]: { methods: { POST: 'public' } },
	[`${signIn}/municipality`]: { page: 'public', actions: { default: 'public' } },
	[`${signIn}/oidc/callback/municipality`]: { methods: { GET: 'public' } },
	[`${signIn}/enrol`]: { page: 'public', actions: { default: 'public' } },
	[`${signIn}/enrol/passkey/options`]: { methods: { POST: 'public' } },
	[`${signIn}/enrol/passkey/answer`]: { methods: { POST: 'public' } },
	[`${signIn}/board`]: { page: 'public', actions: { default: 'public' } },
	[`${signIn}/password`]: { page: 'public', actions: { default: 'public' } },
	'/(sign-in)/invitation/[token=token]': { page: 'public', actions: { default: 'public' } },
	'/(sign-in)/sign-out': { page: 'public', actions: { default: 'public' } },
	'/(sign-in)/account': {
		page: 'public',
		actions: { endOthers: 'public', removePasskey: 'public', newCodes: 'public' }
	},
	'/(sign-in)/account/second-factor': { page: 'public', actions: { default: 'public' } },

	'/(system)/staff': {
		page: staff('staff:read'),
		actions: { unit: staff('staff:write'), assign: staff('log:assign') }
	},
	'/(system)/staff/invite': { page: staff('staff:write'), actions: { default: staff('staff:write') } },
	'/(system)/staff/[staffId=staffId]': {
		page: staff('staff:write'),
		actions: {
			give: staff('staff:write'),
			end: staff('staff:write'),
			renew: staff('staff:write'),
			reset: staff('staff:write'),
			close: staff('staff:write'),
			reopen: staff('staff:write')
		}
	},

	'/(staff)/today': { page: staff('case:read'), actions: { acknowledge: staff('case:acknowledge') } },
	'/(admin)/non-response': { page: staff('non-response:read') },
	'/(staff)/routines': { page: staff('routine:write'), actions: { default: staff('routine:write') } },
	'/(staff)/cases': { page: staff('case:read'), actions: { search: staff('case:read') } },
	'/(staff)/cases/invited': { page: staff('case:read') },
	'/(staff)/cases/invited/[surveyId=surveyId]/letters.pdf': {
		methods: { GET: staff('invitation:print') }
	},
	[`${oneCase}/letters/[administrationId=administrationId]`]: {
		page: staff('case:write'),
		actions: { default: staff('case:write') }
	},
	[`${oneCase}/letters/[administrationId=administrationId]/letter.pdf`]: {
		methods: { GET: staff('invitation:print') }
	},
	'/(staff)/cases/new': { page: staff('case:open'), actions: { default: staff('case:open') } },
	'/(staff)/cases/import': {
		page: staff('case:import'),
		actions: {
			upload: staff('case:import'),
			map: staff('case:import'),
			run: staff('case:import'),
			discard: staff('case:import')
		}
	},
	'/(staff)/cases/export': { page: staff('case:export') },
	'/(staff)/cases/export/file.csv': { methods: { GET: staff('case:export') } },
	'/(staff)/cases/export/file.xlsx': { methods: { GET: staff('case:export') } },
	'/(staff)/forms/[id=instrumentId]': { page: staff('instrument:read') },
	[oneCase]: {
		page: staff('case:read'),
		actions: {
			renew: staff('case:write'),
			withdraw: staff('case:write'),
			close: staff('case:write'),
			handOver: staff('case:hand-over'),
			protect: staff('case:protect'),
			recordDone: staff('case:write'),
			recordMissed: staff('case:write'),
			reopen: staff('case:write'),
			endPlan: staff('case:write'),
			moveIntervention: staff('case:write')
		}
	},
	[`${oneCase}/follow`]: { page: staff('case:write'), actions: { default: staff('case:write') } },
	[`${oneCase}/goals`]: {
		page: staff('case:read'),
		actions: { set: staff('case:write'), rate: staff('case:write'), end: staff('case:write') }
	},
	[`${oneCase}/record`]: { page: staff('case:read'), actions: { default: staff('response:enter') } },
	[`${oneCase}/identity`]: { page: staff('case:write'), actions: { default: staff('case:write') } },
	[`${oneCase}/contact`]: { page: staff('case:write'), actions: { default: staff('case:write') } },
	[`${oneCase}/interventions/new`]: {
		page: staff('case:write'),
		actions: { default: staff('case:write') }
	},
	[`${oneCase}/paper`]: { page: staff('response:enter'), actions: { default: staff('response:enter') } },
	[`${oneCase}/interviews/new`]: {
		page: staff('response:enter'),
		actions: { default: staff('response:enter') }
	},
	[`${oneCase}/anonymous`]: {
		page: staff('response:enter'),
		actions: { draw: staff('survey:hand-out'), done: staff('case:write') }
	},
	[oneInterview]: {
		page: staff('response:enter'),
		actions: {
			answer: staff('response:enter'),
			save: staff('response:enter'),
			send: staff('response:enter'),
			breakOff: staff('response:enter'),
			handOver: staff('response:enter'),
			keys: staff('response:enter')
		}
	},
	[`${oneCase}/extract`]: { page: staff('rights:extract') },
	[`${oneCase}/extract/file.html`]: { methods: { GET: staff('rights:extract') } },
	[`${oneCase}/extract/file.json`]: { methods: { GET: staff('rights:extract') } },
	[oneResponse]: { page: staff('case:read') },
	[`${oneResponse}/record.pdf`]: { methods: { GET: staff('case:read') } },
	[`${oneResponse}/record.txt`]: { methods: { GET: staff('case:read') } },
	[`${oneResponse}/provider`]: { page: staff('case:write'), actions: { default: staff('case:write') } },
	[`${oneResponse}/provider/document.pdf`]: { methods: { GET: staff('case:write') } },
	[`${oneResponse}/provider/document.txt`]: { methods: { GET: staff('case:write') } },
	[`${oneResponse}/result`]: {
		page: staff('case:read'),
		actions: { acknowledge: staff('case:acknowledge') }
	},
	[`${oneResponse}/result/client`]: { page: staff('case:read') },
	[`${oneResponse}/result/client/copy.pdf`]: { methods: { GET: staff('case:read') } },
	[`${oneResponse}/correct`]: {
		page: staff('rights:correct'),
		actions: { default: staff('rights:correct') }
	},
	[`${oneResponse}/restrict`]: {
		page: staff('rights:restrict'),
		actions: { restrict: staff('rights:restrict'), lift: staff('rights:restrict') }
	},
	[`${oneCase}/send`]: { page: staff('case:write'), actions: { default: staff('case:write') } },

	'/(log-review)/log-review': {
		page: staff('log:review'),
		actions: { check: staff('log:review'), draw: staff('log:review') }
	},
	'/(log-review)/log-review/[month=month]': {
		page: staff('log:review'),
		actions: { take: staff('log:review'), save: staff('log:review'), sign: staff('log:review') }
	},
	'/(log-review)/log-review/readers': { page: staff('log:tell') },
	'/(log-review)/log-review/readers/file.csv': { methods: { GET: staff('log:tell') } },

	'/(retention)/retention': {
		page: staff('retention:decide'),
		actions: {
			approve: staff('retention:decide'),
			withdraw: staff('retention:decide'),
			execute: staff('retention:decide'),
			lift: staff('retention:decide')
		}
	},
	'/(retention)/retention/settings': {
		page: staff('retention:decide'),
		actions: {
			settings: staff('retention:decide'),
			add: staff('retention:decide'),
			remove: staff('retention:decide')
		}
	},
	'/(retention)/retention/certificates/[certificateId=certificateId]': { page: staff('retention:decide') },

	'/(board)/targets': { page: staff('target:read') },
	'/(board)/targets/result': { page: staff('target:read') },
	'/(board)/targets/charts/[chart=goalChart].svg': { methods: { GET: staff('target:read') } },
	'/(board)/targets/charts/[chart=goalChart].png': { methods: { GET: staff('target:read') } },
	'/(board)/targets/document': { page: staff('target:read') },
	'/(board)/targets/document/file.pdf': { methods: { GET: staff('target:read') } },
	'/(board)/action-plans': { page: staff('action-plan:read') },
	'/(board)/action-plans/ask': {
		page: staff('action-plan:ask'),
		actions: { default: staff('action-plan:ask') }
	},
	'/(board)/action-plans/[actionPlanId=actionPlanId]': {
		page: staff('action-plan:read'),
		actions: {
			save: staff('action-plan:write'),
			send: staff('action-plan:write'),
			accept: staff('action-plan:ask'),
			return: staff('action-plan:ask'),
			close: staff('action-plan:ask'),
			withdraw: staff('action-plan:ask')
		}
	},

	'/(admin)/exports': { page: staff('export:make'), actions: { cancel: staff('export:make') } },
	'/(admin)/exports/new': { page: staff('export:make'), actions: { default: staff('export:make') } },
	'/(admin)/exports/[exportId=exportId]/file': { methods: { GET: staff('export:make') } },
	'/(admin)/exports/key-figures.csv': { methods: { GET: staff('target:read') } },

	'/(reports)/reports': { page: staff('result:read') },
	[oneReport]: { page: staff('result:read'), actions: { save: staff('result:conclude') } },
	[`${oneReport}/[chart=chartName].svg`]: { methods: { GET: staff('result:read') } },
	[`${oneReport}/[chart=chartName].png`]: { methods: { GET: staff('result:read') } },

	'/(admin)/information': {
		page: staff('information:write'),
		actions: { default: staff('information:write') }
	},
	'/(admin)/information/[subject=informationSubject]': {
		page: staff('information:write'),
		actions: { default: staff('information:write') }
	},
	'/(admin)/information/[subject=informationSubject]/preview': {
		page: staff('information:write'),
		actions: { default: staff('information:write') }
	},
	'/(admin)/instruments': { page: staff('permit:write') },
	'/(admin)/instruments/[id=instrumentId]': {
		page: staff('permit:write'),
		actions: { default: staff('permit:write') }
	},
	'/(admin)/instruments/[id=instrumentId]/hidden': {
		page: staff('instrument:write'),
		actions: { default: staff('instrument:write') }
	},
	'/(admin)/instruments/[id=instrumentId]/pictures': {
		page: staff('instrument:write'),
		actions: { save: staff('instrument:write'), remove: staff('instrument:write') }
	},
	'/(admin)/instruments/[id=instrumentId]/pictures/[hash=pictureHash]': {
		methods: { GET: staff('instrument:write') }
	},
	'/(admin)/messages': {
		page: staff('invitation:write'),
		actions: { reminders: staff('invitation:write'), text: staff('invitation:write') }
	},
	'/(admin)/plans': {
		page: staff('plan:write'),
		actions: { template: staff('plan:write'), blank: staff('plan:write') }
	},
	[onePlan]: {
		page: staff('plan:write'),
		actions: { publish: staff('plan:write'), retire: staff('plan:write') }
	},
	[`${onePlan}/about`]: { page: staff('plan:write'), actions: { default: staff('plan:write') } },
	[`${onePlan}/occasion`]: {
		page: staff('plan:write'),
		actions: { save: staff('plan:write'), remove: staff('plan:write') }
	},
	[`${onePlan}/line`]: {
		page: staff('plan:write'),
		actions: { save: staff('plan:write'), remove: staff('plan:write') }
	},
	'/(admin)/providers': { page: staff('provider:write'), actions: { default: staff('provider:write') } },
	'/(admin)/kiosks': { page: staff('kiosk:manage'), actions: { default: staff('kiosk:manage') } },
	'/(admin)/kiosks/[kioskId=kioskId]': {
		page: staff('kiosk:manage'),
		actions: {
			change: staff('kiosk:manage'),
			renew: staff('kiosk:manage'),
			shutOut: staff('kiosk:manage')
		}
	},
	'/(admin)/publications': { page: staff('result:publish') },
	'/(admin)/publications/[year=year]': {
		page: staff('result:publish'),
		actions: { publish: staff('result:publish'), withdraw: staff('result:publish') }
	},
	'/(admin)/surveys': { page: staff('survey:read') },
	'/(admin)/surveys/new': { page: staff('survey:write'), actions: { default: staff('survey:write') } },
	[oneSurvey]: {
		page: staff('survey:write'),
		actions: {
			try: staff('survey:write'),
			publish: staff('survey:write'),
			renew: staff('survey:write'),
			sizes: staff('survey:write'),
			limits: staff('survey:write'),
			extend: staff('survey:write'),
			close: staff('survey:write'),
			report: staff('survey:write'),
			copy: staff('survey:write'),
			discard: staff('survey:write')
		}
	},
	[`${oneSurvey}/change`]: { page: staff('survey:write'), actions: { default: staff('survey:write') } },
	[`${oneSurvey}/tablet`]: { page: staff('survey:write') },
	[`${oneSurvey}/texts`]: {
		page: staff('survey-text:review'),
		actions: { default: staff('survey-text:review') }
	},
	[`${oneSurvey}/results`]: { page: staff('survey-result:read') },
	[`${oneSurvey}/invited`]: {
		page: staff('survey:write'),
		actions: { group: staff('survey:write'), invite: staff('survey:write') }
	},
	[`${oneSurvey}/codes`]: { page: staff('survey:write'), actions: { default: staff('survey:write') } },
	'/(admin)/targets/decide': { page: staff('target:write'), actions: { default: staff('target:write') } }
};

export interface Asked {
	/** Null when the address leads nowhere. */
	readonly routeId: string | null;
	readonly method: string;
	/** The query, which names the form action: `?/close`. */
	readonly query: URLSearchParams;
}

export type RouteVerdict =
	| 'open'
	| 'sign-in-required'
	| 'not-permitted'
	| 'not-found'
	/** The tablet has been handed over: whatever was asked for, the client's questions are the answer. */
	| 'handed-over'
	/** It has not: there is nothing to answer here. */
	| 'not-handed-over';

/** Whether this actor may have what is asked for. What is not registered is not found, for everybody. */
export function judgeRoute(asked: Asked, actor: Actor, isDemo: boolean): RouteVerdict {
	const access = accessTo(asked);
	if (isLent(actor)) return access === 'lent' || asked.routeId === stopPage ? 'open' : 'handed-over';
	if (!access || (access === 'demo' && !isDemo)) return 'not-found';
	if (access === 'lent') return actor.kind === 'staff' ? 'not-handed-over' : 'sign-in-required';
	if (typeof access === 'string') return 'open';
	if (actor.kind !== 'staff') return 'sign-in-required';
	return access.staff.some((permission) => mayAct(actor, permission)) ? 'open' : 'not-permitted';
}

/** Why a request went no further; tells nothing of anybody. */
const stopPage = '/(public)/stop/[code]';

const isLent = (actor: Actor): boolean => actor.kind === 'respondent' && actor.lentTo !== undefined;

function accessTo({ routeId, method, query }: Asked): Access | undefined {
	const route = routeId !== null && Object.hasOwn(routeAccess, routeId) ? routeAccess[routeId] : undefined;
	if (!route) return undefined;
	const { methods, page, actions } = route;
	if (methods) return own(methods, method) ?? (method === 'HEAD' ? own(methods, 'GET') : undefined);
	if (method === 'GET' || method === 'HEAD') return page;
	return method === 'POST' ? own(actions ?? {}, nameAction(query)) : undefined;
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
	return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** As SvelteKit does: the first query key that begins with a slash. */
function nameAction(query: URLSearchParams): string {
	return [...query.keys()].find((key) => key.startsWith('/'))?.slice(1) ?? 'default';
}
