/**
 * The only way to read what belongs to a person. A read of somebody's case or answers is logged in its own transaction
 * before anything of it is handed out: no log, no data (10 § lag 2001:454).
 */
import type { Permission } from '#lib/access/permissions.ts';
import type { AuditSubject } from '#lib/audit/audit-event.ts';
import { appendAuditEvent } from '#lib/audit/server/queries.ts';
import type { Context } from './context.ts';
import { requireCaseRule, requireReach, type CaseOf } from './require-reach.ts';
import { isDisconnected, isSafeToRetry, throwAsProblem } from './database-error.ts';
import { beginStatements, beginWork, openDesk, type Work } from './work.ts';

interface ReadBase<Input, Output> {
	readonly name: string;
	readonly permission: Permission;
	/** Required where the permission is for some cases only: which case it is about. */
	readonly inCase?: CaseOf<Input>;
	readonly run: (work: Work, input: Input) => Promise<Output>;
}

/** What was read. The third argument is for looking up which case it belongs to. */
type SubjectOf<Input, Output> = (
	input: Input,
	output: Output,
	work: Work
) => AuditSubject | Promise<AuditSubject>;

export type Read<Input, Output> = ReadBase<Input, Output> &
	(
		| { readonly audit: 'always'; readonly subject: SubjectOf<Input, Output> }
		/** For what belongs to no person, and for the respondent's own link. */
		| { readonly audit: 'none'; readonly subject: null }
	);

/** Declares a read. Throws at once when its permission is for some cases and it does not say which. */
export function read<Input, Output>(definition: Read<Input, Output>): Read<Input, Output> {
	return requireCaseRule(definition);
}

/** Carries out the read. Throws a Problem when it is refused. Tried once more when the connection was lost. */
export async function fetch<Input, Output>(
	context: Context,
	definition: Read<Input, Output>,
	input: Input
): Promise<Output> {
	try {
		return await fetchOnce(context, definition, input);
	} catch (error) {
		if (!isDisconnected(error) && !isSafeToRetry(error)) throwAsProblem(error);
		return fetchOnce(context, definition, input).catch(throwAsProblem);
	}
}

async function fetchOnce<Input, Output>(
	context: Context,
	definition: Read<Input, Output>,
	input: Input
): Promise<Output> {
	const desk = await openDesk(context, definition.permission);
	if (definition.audit === 'none') {
		return definition.run(beginStatements(context, definition.permission, desk), input);
	}
	const { subject } = definition;
	const found = await desk.orm.transaction(async (tx) => {
		const work = beginWork(context, definition.permission, tx);
		await requireReach(work, definition, input);
		const output = await definition.run(work, input);
		await appendAuditEvent(work, 'read', definition.name, await subject(input, output, work));
		return { output, boardId: work.boardId };
	});
	context.trail.sealSoon(found.boardId);
	return found.output;
}
