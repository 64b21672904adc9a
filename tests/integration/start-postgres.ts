/**
 * One PostgreSQL server that the database tests share, with one migrated database that each file's own is copied from:
 * making a server takes seconds and migrating a second, a copy a fraction. TEST_DATABASE_URL names a server that is running
 * already.
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '#lib/shared/server/database.ts';
import { migrateDatabase } from '#lib/shared/server/migrate.ts';
import { testMasterKey } from '#tests/build/test-master-key.ts';
import { findPostgresPrograms, startPostgresCluster } from './postgres-cluster.ts';

export interface SharedPostgres {
	readonly url: string;
	/** The migrated database. Nobody may be connected to it when it is copied. */
	readonly template: string;
}

declare module 'vitest' {
	interface ProvidedContext {
		postgres: SharedPostgres | null;
	}
}

/** Nothing here outlives the run. What is about power cuts starts servers of its own, with PostgreSQL's own settings. */
const inAHurry = ['fsync=off', 'full_page_writes=off'];

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const given = process.env['TEST_DATABASE_URL'];
	const programs = findPostgresPrograms();
	if (!given && !programs) {
		project.provide('postgres', null);
		return async () => {};
	}
	const cluster = given || !programs ? null : await startPostgresCluster(programs, inAHurry);
	const url = given ?? cluster?.url('postgres') ?? '';
	const template = `genklang_template_${randomUUID().replaceAll('-', '')}`;
	const owner = postgres(url, { max: 1, onnotice: () => {} });
	await owner.unsafe(`create database ${template}`);
	const address = new URL(url);
	address.pathname = `/${template}`;
	const database = await openDatabase({
		databaseUrl: address.href,
		masterKey: testMasterKey,
		command: 'tests'
	});
	await migrateDatabase(database, join(import.meta.dirname, '..', '..'));
	await database.close();
	project.provide('postgres', { url, template });
	return async () => {
		await owner.unsafe(`drop database if exists ${template} with (force)`);
		await owner.end();
		await cluster?.remove();
	};
}
