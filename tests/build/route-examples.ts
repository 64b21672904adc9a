/**
 * An example of everything in the registry of routes (src/lib/access/route-access.ts): what a form that works is filled
 * in with, and which query a page needs. The matrix sends each of them over HTTP as every role, with one's own ids and
 * with others' (tests/e2e/matrix.test.ts). A new page, action or endpoint needs one line here; see docs/add-a-page.md.
 */

/** One of everything that somebody has: all of it belongs together. */
export interface Things {
	/** Of the board. */
	readonly boardCode: string;
	readonly surveyToken: string;
	readonly invitationToken: string;
	/** Published and open, with a shared link. */
	readonly surveyId: string;
	/** A tablet with the survey of that provider, whose link's id it is. */
	readonly kioskId: string;
	readonly surveyLinkId: string;
	/** Nobody can answer it yet. */
	readonly draftSurveyId: string;
	/** A draft of a confidential one, and one that is open. */
	readonly confidentialDraftId: string;
	readonly confidentialSurveyId: string;
	/** Open, with codes in a hat. */
	readonly codeSurveyId: string;
	/** Something written in it that is to be reviewed. */
	readonly textId: string;
	/** Over, and not reported. */
	readonly closedSurveyId: string;
	readonly providerId: string;
	readonly unitId: string;
	/** A picture of AUDIT, as no other board has it. */
	readonly pictureHash: string;
	/** A member of staff to be administered, and a role they have. */
	readonly staffId: string;
	readonly assignmentId: string;
	/** Another caseworker of the board, whom a case can be given to. */
	readonly colleagueId: string;
	/** A published follow-up plan with changes in draft, which the case does not follow. */
	readonly planId: string;
	/** An action plan that the provider has been asked for. */
	readonly actionPlanId: string;
	/** A month whose access log has been drawn for review. */
	readonly reviewedMonth: string;
	/** A proposal to erase that has been carried out, its certificate, a record that is kept and a line of the plan. */
	readonly proposalId: string;
	readonly certificateId: string;
	readonly heldClientId: string;
	readonly overrideId: string;
	/** A file that has been ordered and made. */
	readonly exportId: string;
	/** A confidential survey that has invited somebody in the case by letter, and nobody else. */
	readonly lettersSurveyId: string;
	/** A link in the case that has been put in a letter, and one that has not. */
	readonly letterId: string;
	readonly unwrittenLetterId: string;
	/** Of the case. */
	readonly caseId: string;
	readonly caseNumber: string;
	readonly clientNumber: string;
	readonly administrationId: string;
	/** An interview that has begun, by its administration. */
	readonly interviewId: string;
	readonly token: string;
	readonly responseId: string;
	readonly interventionId: string;
	/** A plan the case follows, an occasion of it that is still to be done, and one that was missed. */
	readonly casePlanId: string;
	readonly occasionId: string;
	readonly missedOccasionId: string;
	/** An occasion to be asked about with an instrument. */
	readonly askedOccasionId: string;
	/** Somebody must see it, and the answer that says so. */
	readonly alertId: string;
	readonly riskResponseId: string;
	readonly goalId: string;
	/** Belongs to nobody: days, and a word that nobody else has used. */
	readonly today: string;
	readonly lastMonth: string;
	/** A year with results that the board has published. */
	readonly lastYear: string;
	readonly inTwoWeeks: string;
	readonly fresh: string;
}

/** Which of the things are a case's; the others are the board's or nobody's. */
export const caseThings = [
	'caseId',
	'caseNumber',
	'clientNumber',
	'administrationId',
	'letterId',
	'unwrittenLetterId',
	'interviewId',
	'token',
	'responseId',
	'interventionId',
	'casePlanId',
	'occasionId',
	'askedOccasionId',
	'missedOccasionId',
	'alertId',
	'riskResponseId',
	'goalId'
] as const satisfies readonly (keyof Things)[];

type Fields = Readonly<Record<string, string>>;

export interface Example {
	/** Pieces of the path that are not what `pathPieces` says. */
	readonly path?: Fields | ((things: Things) => Fields);
	/** The query. */
	readonly query?: (things: Things) => Fields;
	/** What the form is filled in with. */
	readonly form?: (things: Things) => Fields;
	/** What its own people are answered, where that is neither 200 for a page nor 200 or 303 for an action. */
	readonly answers?: number;
	/** What a foreign id is answered, where that is not 404. */
	readonly refuses?: number;
}

export interface RouteExamples {
	readonly page?: Example;
	readonly actions?: Readonly<Record<string, Example>>;
	readonly methods?: Readonly<Record<string, Example>>;
}

/** What the pieces of a path are filled in with, by the piece as the route's folder has it. */
export const pathPieces: Readonly<Record<string, (things: Things) => string>> = {
	'board=boardCode': ({ boardCode }) => boardCode,
	'token=token': ({ token }) => token,
	'step=journeyStep': () => 'questions',
	'caseId=caseId': ({ caseId }) => caseId,
	'administrationId=administrationId': ({ interviewId }) => interviewId,
	'responseId=responseId': ({ responseId }) => responseId,
	'planId=planId': ({ planId }) => planId,
	'actionPlanId=actionPlanId': ({ actionPlanId }) => actionPlanId,
	'surveyId=surveyId': ({ surveyId }) => surveyId,
	'staffId=staffId': ({ staffId }) => staffId,
	'kioskId=kioskId': ({ kioskId }) => kioskId,
	'id=instrumentId': () => 'audit',
	'hash=pictureHash': ({ pictureHash }) => pictureHash,
	'subject=informationSubject': () => 'surveys',
	'certificateId=certificateId': ({ certificateId }) => certificateId,
	'exportId=exportId': ({ exportId }) => exportId,
	'month=month': ({ reviewedMonth }) => reviewedMonth,
	'year=year': ({ lastYear }) => lastYear,
	'question=reportQuestion': () => 'what-is-given',
	'chart=chartName': () => 'intervention',
	'chart=goalChart': () => 'providers',
	code: () => 'not-found',
	role: () => 'handlaggare'
};

const journey = '/(respondent)/s/[board=boardCode]/[token=token]';
const oneKiosk = '/(kiosk)/kiosk/[board=boardCode]';
const oneCase = '/(staff)/cases/[caseId=caseId]';
const oneResponse = `${oneCase}/responses/[responseId=responseId]`;
const oneInterview = `${oneCase}/interviews/[administrationId=administrationId]`;
const onePlan = '/(admin)/plans/[planId=planId]';
const oneSurvey = '/(admin)/surveys/[surveyId=surveyId]';
const draft = ({ draftSurveyId }: Things): Fields => ({ 'surveyId=surveyId': draftSurveyId });
const confidential = ({ confidentialSurveyId }: Things): Fields => ({
	'surveyId=surveyId': confidentialSurveyId
});
const confidentialDraft = ({ confidentialDraftId }: Things): Fields => ({
	'surveyId=surveyId': confidentialDraftId
});
const signIn = '/(sign-in)/sign-in';
const published = '/(published)/results/[board=boardCode]/[year=year]';
const oneReport = '/(reports)/reports/[question=reportQuestion]';
const readers = ({ caseNumber }: Things): Fields => ({
	case: caseNumber,
	ground: 'own-request',
	recipient: 'the-person'
});
const oneGoal = ({ today }: Things): Fields => ({
	year: today.slice(0, 4),
	law: 'sol',
	goal: 'simrishamn-sol/sol_1'
});
const oneResult = ({ today, providerId }: Things): Fields => ({
	year: today.slice(0, 4),
	law: 'sol',
	goal: 'simrishamn-sol/sol_1',
	provider: providerId
});
const toThePerson = (): Fields => ({ recipient: 'the-person' });
const newKiosk = ({ fresh, surveyLinkId }: Things): Fields => ({
	name: `Väntrum ${fresh}`,
	pin: '4711',
	linkIds: surveyLinkId
});
const newRole = ({ unitId, today }: Things): Fields => ({ role: 'caseworker', unitId, validFrom: today });

const save = (): Fields => ({ _version: '1', _save: '00000000-0000-4000-8000-000000000001' });

/** By route, in the registry's own form and order. */
export const routeExamples: Readonly<Record<string, RouteExamples>> = {
	'/(public)': { page: {} },
	'/(public)/stop/[code]': { page: { answers: 404 } },
	'/(public)/[x+2e]well-known/security.txt': { methods: { GET: {} } },
	'/(public)/csp-report': { methods: { POST: {} } },

	[published]: { page: {} },
	[`${published}/charts/[chart=goalChart].svg`]: {
		methods: { GET: { query: () => ({ law: 'sol', goal: 'simrishamn-sol/sol_1' }) } }
	},
	[`${published}/data.csv`]: { methods: { GET: {} } },
	[`${published}/data.json`]: { methods: { GET: {} } },

	'/(demo)/demo.json': { methods: { GET: {} } },
	'/(demo)/demo/enter/[role]': { methods: { GET: {} } },

	'/(respondent)/k/[board=boardCode]': {
		page: {},
		actions: { default: { form: () => ({ code: '4K7Q-01AB-CDEF' }), answers: 422 } }
	},
	[journey]: { page: {}, actions: { decline: {} } },
	[`${journey}/information`]: { page: {} },
	[`${journey}/pictures/[hash=pictureHash]`]: { methods: { GET: {} } },
	// Leads out whoever presses it, whatever becomes of the link.
	[`${journey}/leave`]: { methods: { POST: { refuses: 200 } } },
	[`${journey}/[step=journeyStep]`]: {
		page: {},
		actions: { default: { form: () => ({ _move: 'next', _page: 'audit_1', audit_1: '1' }) } }
	},

	'/(lent)/here': { page: {}, actions: { shut: {} } },
	'/(lent)/here/[step=journeyStep]': { page: {}, actions: { default: {} } },
	'/(lent)/here/pictures/[hash=pictureHash]': { methods: { GET: {} } },
	'/(lent)/here/unlock': { page: {}, actions: { password: {}, code: {}, leave: {} } },
	'/(lent)/here/unlock/passkey/options': { methods: { POST: {} } },
	'/(lent)/here/unlock/passkey/answer': { methods: { POST: {} } },
	[oneKiosk]: { page: {} },
	[`${oneKiosk}/pair`]: { page: {}, actions: { default: { form: () => ({ code: 'K7PM-4XQ2' }), answers: 422 } } },
	// Nobody's sign-in is a tablet's credential.
	[`${oneKiosk}/manifest`]: { methods: { GET: { answers: 401 } } },
	[`${oneKiosk}/pictures/[hash=pictureHash]`]: { methods: { GET: { answers: 401 } } },
	[`${oneKiosk}/answers`]: { methods: { POST: { answers: 401 } } },

	[signIn]: { page: {}, actions: { default: {} } },
	[`${signIn}/code`]: { page: {}, actions: { default: {} } },
	[`${signIn}/backup-code`]: { page: {}, actions: { default: {} } },
	[`${signIn}/passkey`]: { page: {} },
	[`${signIn}/passkey/options`]: { methods: { POST: {} } },
	[`${signIn}/passkey/answer`]: { methods: { POST: {} } },
	[`${signIn}/municipality`]: { page: {}, actions: { default: {} } },
	[`${signIn}/oidc/callback/municipality`]: { methods: { GET: {} } },
	[`${signIn}/enrol`]: { page: {}, actions: { default: {} } },
	[`${signIn}/enrol/passkey/options`]: { methods: { POST: {} } },
	[`${signIn}/enrol/passkey/answer`]: { methods: { POST: {} } },
	[`${signIn}/board`]: { page: {}, actions: { default: {} } },
	[`${signIn}/password`]: { page: {}, actions: { default: {} } },
	'/(sign-in)/invitation/[token=token]': { page: {}, actions: { default: {} } },
	'/(sign-in)/sign-out': { page: {}, actions: { default: {} } },
	'/(sign-in)/account': { page: {}, actions: { endOthers: {}, removePasskey: {}, newCodes: {} } },
	'/(sign-in)/account/second-factor': { page: {}, actions: { default: {} } },

	'/(system)/staff': {
		page: {},
		actions: {
			unit: { form: ({ fresh }) => ({ name: fresh }) },
			assign: { form: ({ reviewedMonth }) => ({ month: reviewedMonth, staffId: '' }) }
		}
	},
	'/(system)/staff/invite': {
		page: {},
		actions: {
			default: {
				form: (things) => ({
					name: 'Påhittad',
					email: `${things.fresh}@exempelby.example`,
					...newRole(things)
				})
			}
		}
	},
	'/(system)/staff/[staffId=staffId]': {
		page: {},
		actions: {
			give: { form: newRole },
			end: { form: ({ assignmentId }) => ({ assignment: assignmentId }) },
			renew: {},
			reset: {},
			close: {},
			reopen: {}
		}
	},

	'/(staff)/today': { page: {}, actions: { acknowledge: { form: ({ alertId }) => ({ alertId }) } } },
	'/(admin)/non-response': { page: {} },
	'/(staff)/routines': {
		page: {},
		actions: { default: { form: ({ unitId, fresh }) => ({ unitId, routine: fresh }) } }
	},
	'/(staff)/cases': {
		page: { query: () => ({ q: 'Ä' }) },
		// What is out of reach is not among the hits, and the page says that there are none.
		actions: { search: { form: ({ caseNumber }) => ({ text: caseNumber }), refuses: 200 } }
	},
	'/(staff)/cases/new': {
		page: {},
		actions: {
			default: {
				form: ({ fresh, today }) => ({
					caseNumber: `Ä-${fresh}`,
					clientNumber: `K-${fresh}`,
					sex: 'unknown',
					openedOn: today
				})
			}
		}
	},
	'/(staff)/cases/import': {
		page: {},
		actions: {
			upload: {
				form: ({ fresh, today }) => ({
					pasted: `Ärendenummer\tKlientnummer\tÖppnat\nÄ-${fresh}\tK-${fresh}\t${today}`
				})
			},
			// Of the file that the same person has just uploaded; of another one it says that it is gone.
			map: { form: () => ({ 'column.caseNumber': '0' }) },
			run: { form: ({ fresh }) => ({ importId: fresh }), answers: 409 },
			discard: { form: () => ({}) }
		}
	},
	'/(staff)/cases/invited': { page: {} },
	'/(staff)/cases/invited/[surveyId=surveyId]/letters.pdf': {
		methods: { GET: { path: ({ lettersSurveyId }) => ({ 'surveyId=surveyId': lettersSurveyId }) } }
	},
	'/(staff)/cases/export': { page: {} },
	'/(staff)/cases/export/file.csv': { methods: { GET: {} } },
	'/(staff)/cases/export/file.xlsx': { methods: { GET: {} } },
	'/(staff)/forms/[id=instrumentId]': { page: {} },
	[oneCase]: {
		page: {},
		actions: {
			renew: { form: ({ administrationId, inTwoWeeks }) => ({ administrationId, expiresOn: inTwoWeeks }) },
			withdraw: { form: ({ administrationId }) => ({ administrationId }) },
			close: { form: () => ({}) },
			handOver: { form: ({ colleagueId }) => ({ staffId: colleagueId, isShared: 'yes' }) },
			protect: { form: () => ({ isProtected: 'yes' }) },
			recordDone: { form: ({ occasionId, today }) => ({ occasionId, doneOn: today }) },
			recordMissed: { form: ({ occasionId }) => ({ occasionId, reason: 'declined' }) },
			reopen: { form: ({ missedOccasionId }) => ({ occasionId: missedOccasionId }) },
			endPlan: { form: ({ casePlanId }) => ({ casePlanId }) },
			moveIntervention: {
				form: ({ interventionId, today }) => ({ interventionId, startedOn: today, endedOn: '' })
			}
		}
	},
	[`${oneCase}/letters/[administrationId=administrationId]`]: {
		page: { path: ({ letterId }) => ({ 'administrationId=administrationId': letterId }) },
		actions: {
			default: {
				path: ({ unwrittenLetterId }) => ({ 'administrationId=administrationId': unwrittenLetterId }),
				form: () => ({})
			}
		}
	},
	[`${oneCase}/letters/[administrationId=administrationId]/letter.pdf`]: {
		methods: { GET: { path: ({ letterId }) => ({ 'administrationId=administrationId': letterId }) } }
	},
	[`${oneCase}/follow`]: {
		page: {},
		actions: { default: { form: ({ planId, interventionId }) => ({ planId, interventionId }) } }
	},
	[`${oneCase}/goals`]: {
		page: {},
		actions: {
			set: {
				form: ({ today }) => ({
					goal: 'Påhittat mål',
					level3: 'Sju av tio',
					setOn: today,
					startLevel: '1',
					startJudge: 'client'
				})
			},
			rate: {
				form: ({ goalId, today }) => ({ ratedOn: today, judge: 'client', [`level.${goalId}`]: '3' })
			},
			end: { form: ({ goalId }) => ({ goalId }) }
		}
	},
	[`${oneCase}/record`]: {
		page: {},
		actions: {
			default: { query: () => ({ step: 'utreda' }), form: () => ({ gv_6: '1', _corrections: '0' }) }
		}
	},
	[`${oneCase}/identity`]: {
		page: {},
		actions: { default: { form: () => ({ name: 'Påhittad Person', personalNumber: '' }) } }
	},
	[`${oneCase}/contact`]: {
		page: {},
		actions: { default: { form: () => ({ email: 'klient@exempel.example', phone: '', language: 'sv' }) } }
	},
	[`${oneCase}/interventions/new`]: {
		page: {},
		actions: { default: { form: ({ providerId }) => ({ name: 'Påhittad insats', providerId }) } }
	},
	[`${oneCase}/paper`]: {
		page: { query: () => ({ instrument: 'gad-7' }) },
		actions: {
			default: {
				query: () => ({ instrument: 'gad-7' }),
				form: ({ today }) => ({
					answeredOn: today,
					occasion: 'before',
					respondent: 'client',
					help: 'self',
					'item.gad7_1': '1',
					emptyConfirmed: 'yes'
				})
			}
		}
	},
	[`${oneCase}/interviews/new`]: {
		page: { query: () => ({ instrument: 'audit' }) },
		actions: {
			default: {
				query: () => ({ instrument: 'audit' }),
				form: () => ({ occasion: 'before', respondent: 'client', help: 'self', language: 'sv' })
			}
		}
	},
	[`${oneCase}/anonymous`]: {
		page: { query: ({ askedOccasionId: occasion }) => ({ instrument: 'simrishamn-sol', occasion }) },
		actions: {
			draw: {
				query: () => ({ instrument: 'simrishamn-sol' }),
				form: ({ surveyId, providerId }) => ({ about: `${surveyId} ${providerId}` })
			},
			done: { query: ({ askedOccasionId: occasion }) => ({ instrument: 'simrishamn-sol', occasion }) }
		}
	},
	[oneInterview]: {
		page: {},
		actions: {
			answer: { form: () => ({ ...save(), _move: 'next', _step: 'audit_1', audit_1: '1' }) },
			save: {
				form: () => ({
					version: '1',
					saveId: '00000000-0000-4000-8000-000000000001',
					draft: JSON.stringify({ answers: { audit_1: 1 }, marks: {}, notes: {}, place: 'audit_2' })
				})
			},
			send: { form: () => ({ version: '1', submissionId: '00000000-0000-4000-8000-000000000002' }) },
			breakOff: {},
			handOver: {},
			// Of the computer, and about nobody.
			keys: { form: () => ({ standard: 'yes' }), refuses: 303 }
		}
	},
	[`${oneCase}/extract`]: { page: { query: toThePerson } },
	[`${oneCase}/extract/file.html`]: { methods: { GET: { query: toThePerson } } },
	[`${oneCase}/extract/file.json`]: { methods: { GET: { query: toThePerson } } },
	[oneResponse]: { page: {} },
	[`${oneResponse}/record.pdf`]: { methods: { GET: {} } },
	[`${oneResponse}/record.txt`]: { methods: { GET: {} } },
	[`${oneResponse}/provider`]: {
		page: {},
		actions: { default: { form: ({ interventionId }) => ({ interventionId, hasAgreed: 'yes' }) } }
	},
	[`${oneResponse}/provider/document.pdf`]: {
		methods: { GET: { query: ({ interventionId }) => ({ to: interventionId }) } }
	},
	[`${oneResponse}/provider/document.txt`]: {
		methods: { GET: { query: ({ interventionId }) => ({ to: interventionId }) } }
	},
	[`${oneResponse}/result`]: {
		page: {},
		actions: {
			acknowledge: {
				path: ({ riskResponseId }) => ({ 'responseId=responseId': riskResponseId }),
				form: ({ alertId }) => ({ alertId })
			}
		}
	},
	[`${oneResponse}/result/client`]: { page: {} },
	[`${oneResponse}/result/client/copy.pdf`]: { methods: { GET: {} } },
	[`${oneResponse}/correct`]: {
		page: {},
		actions: {
			default: { form: () => ({ 'item.audit_1': '2', corrections: '0', reason: 'Påhittat' }) }
		}
	},
	[`${oneResponse}/restrict`]: {
		page: {},
		actions: {
			restrict: { form: () => ({ ground: 'objection' }) },
			lift: { form: () => ({ isPersonTold: 'yes' }) }
		}
	},
	[`${oneCase}/send`]: {
		page: { query: () => ({ instrument: 'audit' }) },
		actions: {
			default: {
				query: () => ({ instrument: 'audit' }),
				form: ({ inTwoWeeks }) => ({ occasion: 'after', respondent: 'client', expiresOn: inTwoWeeks })
			}
		}
	},

	'/(log-review)/log-review': {
		page: {},
		actions: { check: {}, draw: { form: ({ lastMonth }) => ({ month: lastMonth }) } }
	},
	'/(log-review)/log-review/[month=month]': { page: {}, actions: { take: {}, save: {}, sign: {} } },
	// Says that there is no such case in the page itself.
	'/(log-review)/log-review/readers': { page: { query: readers, refuses: 200 } },
	'/(log-review)/log-review/readers/file.csv': { methods: { GET: { query: readers } } },

	'/(retention)/retention': {
		page: {},
		actions: {
			// A proposal that is not the open one, own or not, is one that has been replaced: the page says so.
			approve: { form: ({ proposalId }) => ({ proposal: proposalId }), refuses: 303 },
			withdraw: { form: ({ proposalId }) => ({ proposal: proposalId }), answers: 409, refuses: 409 },
			execute: { form: ({ proposalId }) => ({ proposal: proposalId }), answers: 409, refuses: 409 },
			lift: { form: ({ heldClientId }) => ({ client: heldClientId }) }
		}
	},
	'/(retention)/retention/settings': {
		page: {},
		actions: {
			settings: { form: () => ({ municipalityCode: '0180', regime: 'sol' }) },
			add: {
				form: ({ fresh, today }) => ({ ruleId: 'sol-record', reference: fresh, validFrom: today })
			},
			remove: { form: ({ overrideId }) => ({ override: overrideId }) }
		}
	},
	'/(retention)/retention/certificates/[certificateId=certificateId]': { page: {} },

	'/(board)/targets': { page: {} },
	'/(board)/targets/result': { page: { query: oneResult } },
	// Of all providers: there is nobody's own to name.
	'/(board)/targets/charts/[chart=goalChart].svg': { methods: { GET: { query: oneGoal } } },
	'/(board)/targets/charts/[chart=goalChart].png': { methods: { GET: { query: oneGoal } } },
	'/(board)/targets/document': { page: {} },
	'/(board)/targets/document/file.pdf': { methods: { GET: {} } },
	'/(board)/action-plans': { page: {} },
	// The result has too few answers to have been judged as missed.
	'/(board)/action-plans/ask': {
		page: { query: oneResult },
		actions: {
			default: { query: oneResult, form: ({ inTwoWeeks }) => ({ dueOn: inTwoWeeks }), answers: 409 }
		}
	},
	'/(board)/action-plans/[actionPlanId=actionPlanId]': {
		page: {},
		actions: {
			save: { form: () => ({ seen: 'Påhittat' }) },
			send: {
				form: ({ inTwoWeeks }) => ({
					seen: 'Påhittat',
					measures: 'Påhittat',
					responsible: 'Påhittad chef',
					doneBy: inTwoWeeks,
					followUp: 'Påhittat'
				})
			},
			// Not sent in: the page says where the plan is now.
			accept: {},
			return: {
				form: ({ inTwoWeeks }) => ({ returnComment: 'Påhittat', dueOn: inTwoWeeks })
			},
			close: { form: ({ today }) => ({ year: today.slice(0, 4) }), answers: 409 },
			withdraw: { form: () => ({ withdrawComment: 'Påhittat' }) }
		}
	},

	'/(admin)/exports': { page: {}, actions: { cancel: { form: ({ exportId }) => ({ exportId }) } } },
	'/(admin)/exports/new': {
		page: {},
		actions: {
			default: {
				form: ({ providerId }) => ({
					what: 'case-responses:audit:1.0.0',
					providerId,
					format: 'csv',
					valueForm: 'codes',
					ageForm: 'group',
					recipient: 'Påhittade avdelningen',
					ground: 'own-follow-up'
				})
			}
		}
	},
	'/(admin)/exports/[exportId=exportId]/file': { methods: { GET: {} } },
	'/(admin)/exports/key-figures.csv': { methods: { GET: { query: () => ({ year: '2026' }) } } },

	'/(reports)/reports': { page: {} },
	[oneReport]: { page: {}, actions: { save: { form: () => ({ focus: 'Påhittat' }) } } },
	[`${oneReport}/[chart=chartName].svg`]: { methods: { GET: {} } },
	[`${oneReport}/[chart=chartName].png`]: { methods: { GET: {} } },

	'/(admin)/information': {
		page: {},
		actions: {
			default: {
				form: ({ today, fresh }) => ({ reference: fresh, decidedOn: today, owner: 'Påhittad Chef' })
			}
		}
	},
	'/(admin)/information/[subject=informationSubject]': {
		page: {},
		actions: { default: { form: () => ({ purpose: 'Påhittat ändamål.', then: 'stay' }) } }
	},
	// Nothing whole has been written, so there is nothing to publish.
	'/(admin)/information/[subject=informationSubject]/preview': {
		page: {},
		actions: { default: { answers: 422 } }
	},
	'/(admin)/instruments': { page: {} },
	'/(admin)/instruments/[id=instrumentId]': {
		page: {},
		actions: {
			default: {
				path: { 'id=instrumentId': 'kasam-13' },
				form: ({ today }) => ({ holder: 'Påhittade kommunen', grantedOn: today, reference: '1' })
			}
		}
	},
	'/(admin)/instruments/[id=instrumentId]/hidden': {
		page: { path: { 'id=instrumentId': 'generella-variabler' } },
		actions: {
			default: { path: { 'id=instrumentId': 'generella-variabler' }, form: () => ({ shown: 'gv_1' }) }
		}
	},
	'/(admin)/instruments/[id=instrumentId]/pictures': {
		page: {},
		actions: {
			// A file cannot be filled in here: whoever may is told that there is none.
			save: { form: () => ({ question: 'audit_1', holder: 'Påhittad', licence: '1' }), answers: 422 },
			remove: { form: () => ({ question: 'audit_2', option: '' }) }
		}
	},
	'/(admin)/instruments/[id=instrumentId]/pictures/[hash=pictureHash]': { methods: { GET: {} } },
	'/(admin)/messages': {
		page: {},
		actions: {
			reminders: { form: () => ({ days: '7 14' }) },
			text: { form: () => ({ which: 'sms-invitation-sv', body: 'Frågor till dig: {lank}' }) }
		}
	},
	'/(admin)/plans': {
		page: {},
		actions: { template: { form: () => ({ templateId: 'daily-eight-weeks' }) }, blank: {} }
	},
	[onePlan]: {
		page: {},
		actions: {
			publish: { form: () => ({ appliesTo: 'future-occasions' }) },
			retire: { form: () => ({ isRetired: 'yes' }) }
		}
	},
	[`${onePlan}/about`]: {
		page: {},
		actions: {
			default: { form: ({ fresh }) => ({ name: fresh, service: 'Öppenvård', purpose: 'Påhittat' }) }
		}
	},
	[`${onePlan}/occasion`]: {
		page: { query: () => ({ kind: 'between' }) },
		actions: {
			save: {
				query: () => ({ kind: 'between' }),
				form: ({ fresh }) => ({
					name: fresh,
					phase: 'follow-up',
					anchor: 'case-end',
					from: '1',
					fromUnit: 'month',
					to: '2',
					toUnit: 'month'
				})
			},
			remove: { query: () => ({ key: 'start' }) }
		}
	},
	[`${onePlan}/line`]: {
		page: {},
		actions: {
			save: { form: () => ({ measure: 'goal-levels', respondent: 'staff', at: 'start' }) },
			remove: { query: () => ({ key: 'core-om' }) }
		}
	},
	'/(admin)/providers': { page: {}, actions: { default: { form: ({ fresh }) => ({ name: fresh }) } } },
	'/(admin)/kiosks': { page: {}, actions: { default: { form: newKiosk } } },
	'/(admin)/kiosks/[kioskId=kioskId]': {
		page: {},
		actions: { change: { form: newKiosk }, renew: {}, shutOut: {} }
	},
	'/(admin)/publications': { page: {} },
	'/(admin)/publications/[year=year]': {
		page: {},
		actions: {
			publish: { form: ({ today }) => ({ decidedOn: today, decisionReference: '§ 1' }) },
			withdraw: { form: () => ({ comment: 'Påhittat' }) }
		}
	},
	'/(admin)/surveys': { page: {} },
	[oneSurvey]: {
		page: {},
		actions: {
			try: { path: draft },
			publish: { path: draft },
			renew: { form: ({ providerId }) => ({ providerId }) },
			sizes: { form: ({ providerId }) => ({ [`invited-${providerId}`]: '40' }) },
			limits: { form: ({ providerId }) => ({ [`limit-${providerId}`]: '200' }) },
			extend: { form: ({ inTwoWeeks }) => ({ closesOn: inTwoWeeks }) },
			close: {},
			report: { path: ({ closedSurveyId }) => ({ 'surveyId=surveyId': closedSurveyId }) },
			copy: {
				form: ({ fresh, today, inTwoWeeks }) => ({ title: fresh, opensOn: today, closesOn: inTwoWeeks })
			},
			discard: { path: draft }
		}
	},
	[`${oneSurvey}/change`]: {
		page: { path: draft },
		actions: {
			default: {
				path: draft,
				form: ({ providerId, today, inTwoWeeks }) => ({
					title: 'Påhittad undersökning',
					purpose: 'follow-up',
					anonymity: 'codes',
					instrumentId: 'simrishamn-sol',
					opensOn: today,
					closesOn: inTwoWeeks,
					languages: 'sv',
					providerIds: providerId
				})
			}
		}
	},
	[`${oneSurvey}/tablet`]: { page: {} },
	[`${oneSurvey}/texts`]: {
		page: {},
		actions: { default: { form: ({ textId }) => ({ textId, decision: 'show' }) } }
	},
	[`${oneSurvey}/results`]: { page: { path: confidential } },
	[`${oneSurvey}/invited`]: {
		page: { path: confidential },
		actions: {
			group: {
				path: confidentialDraft,
				form: ({ today }) => ({ unitId: 'all', interventions: 'under-way', from: today, to: today })
			},
			invite: { path: confidential, form: () => ({ order: 'letter' }) }
		}
	},
	[`${oneSurvey}/codes`]: {
		page: { path: ({ codeSurveyId }) => ({ 'surveyId=surveyId': codeSurveyId }) },
		actions: {
			default: {
				path: ({ codeSurveyId }) => ({ 'surveyId=surveyId': codeSurveyId }),
				form: ({ providerId, fresh }) => ({ providerId, codes: fresh.replaceAll('-', '').repeat(2) })
			}
		}
	},
	'/(admin)/surveys/new': {
		page: {},
		actions: {
			default: {
				form: ({ providerId, today, inTwoWeeks }) => ({
					title: 'Påhittad undersökning',
					purpose: 'follow-up',
					anonymity: 'open-anonymous',
					instrumentId: 'simrishamn-sol',
					opensOn: today,
					closesOn: inTwoWeeks,
					providerIds: providerId
				})
			}
		}
	},
	'/(admin)/targets/decide': {
		page: {},
		actions: {
			default: {
				form: ({ today }) => ({
					year: today.slice(0, 4),
					law: 'sol',
					goal: 'simrishamn-sol/sol_1',
					points: '2,60',
					comparison: 'unrounded',
					decidedOn: today,
					decisionReference: '§ 1'
				})
			}
		}
	}
};
