/**
 * The only way to write. A command says who may, what is done and what is logged in one place; it is carried out in
 * one transaction, with its audit event in the same one.
 */
import type { Permission } from '#lib/access/permissions.ts';
import type { AuditSubject } from '#lib/audit/audit-event.ts';
import { appendAuditEvent } from '#lib/audit/server/queries.ts';
import type { Context } from './context.ts';
import { requireCaseRule, requireReach, type CaseOf } from './require-reach.ts';
import { isDisconnected, isSafeToRetry, throwAsProblem } from './database-error.ts';
import { beginStatements, beginWork, openDesk, type Work } from './work.ts';

interface CommandBase<Input, Output> {
	/** As staff would say it: `openCase`. Also the action in the audit log. */
	readonly name: string;
	readonly permission: Permission;
	/** Required where the permission is for some cases only: which case it is about. */
	readonly inCase?: CaseOf<Input>;
	readonly run: (work: Work, input: Input) => Promise<Output>;
}

/**
 * What was changed; null when nothing was, and then nothing is logged. The third argument is for looking up which case
 * it belongs to.
 */
type SubjectOf<Input, Output> = (
	input: Input,
	output: Output,
	work: Work
) => AuditSubject | null | Promise<AuditSubject | null>;

export type Command<Input, Output> = CommandBase<Input, Output> &
	(
		| {
				readonly audit: 'always';
				readonly subject: SubjectOf<Input, Output>;
		  }
		/**
		 * For what must be quick: the command writes with one single statement, which is its own transaction and carries
		 * its own audit row where there is to be one. Must be safe to run twice.
		 */
		| { readonly audit: 'in-statement'; readonly subject: null }
	);

/** Declares a command. Throws at once when its permission is for some cases and it does not say which. */
export function command<Input, Output>(definition: Command<Input, Output>): Command<Input, Output> {
	return requireCaseRule(definition);
}

const attempts = 3;

/** Carries out the command. Throws a Problem when it is refused; what it refuses leaves no trace. */
export async function run<Input, Output>(
	context: Context,
	definition: Command<Input, Output>,
	input: Input
): Promise<Output> {
	for (let attempt = 1; ; attempt += 1) {
		try {
			return await runOnce(context, definition, input);
		} catch (error) {
			const mayRetry = isSafeToRetry(error) || (definition.audit === 'in-statement' && isDisconnected(error));
			if (!mayRetry || attempt === attempts) throwAsProblem(error);
		}
	}
}

async function runOnce<Input, Output>(
	context: Context,
	definition: Command<Input, Output>,
	input: Input
): Promise<Output> {
	const desk = await openDesk(context, definition.permission);
	if (definition.audit === 'in-statement') {
		return definition.run(beginStatements(context, definition.permission, desk), input);
	}
	const { subject } = definition;
	const done = await desk.orm.transaction(async (tx) => {
		const work = beginWork(context, definition.permission, tx);
		await requireReach(work, definition, input);
		const output = await definition.run(work, input);
		const changed = await subject(input, output, work);
		if (changed) await appendAuditEvent(work, 'write', definition.name, changed);
		return { output, boardId: work.boardId };
	});
	context.trail.sealSoon(done.boardId);
	return done.output;
}
