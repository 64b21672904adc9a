/** The floor that submitting is measured against: one action that inserts the JSON it is sent, and nothing more. */
import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { sql } from 'drizzle-orm';
import { openDatabase } from '../../../../src/lib/shared/server/database.ts';

const { DATABASE_URL, GENKLANG_DATA } = process.env;
const database = await openDatabase(
	DATABASE_URL ? { databaseUrl: DATABASE_URL } : { dataDirectory: GENKLANG_DATA ?? '' }
);
await database.orm.execute(
	sql`create table if not exists bare_answers (id uuid primary key, answers jsonb not null)`
);

export const actions = {
	default: async ({ request }: { request: Request }) => {
		const answers = String((await request.formData()).get('answers'));
		await database.query(sql`insert into bare_answers values (${randomUUID()}, ${answers}::jsonb)`);
		redirect(303, '/thanks');
	}
};
