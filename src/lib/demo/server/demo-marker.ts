/**
 * Demo mode runs only over a database that the demo itself made. Its mark is a file in the data folder that names the
 * board, and the database must hold that board and no other: a mark copied to a real installation fits nothing there.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '#lib/shared/environment.ts';
import { listBoards } from '#lib/shared/server/boards.ts';
import type { Database } from '#lib/shared/server/database.ts';
import type { DemoDoors } from '../demo-doors.ts';

const markName = 'demo.json';

/** Writes the mark when the demo has made its data. */
export function writeDemoMark(dataDirectory: string, doors: DemoDoors): void {
	writeFileSync(join(dataDirectory, markName), `${JSON.stringify(doors, null, '\t')}\n`, { mode: 0o600 });
}

/** Whether the folder has been made by the demo. */
export function hasDemoMark(dataDirectory: string): boolean {
	return existsSync(join(dataDirectory, markName));
}

/**
 * The demo's doors when demo mode is on, null when it is off. Refuses demo mode over data the demo did not make, and
 * ordinary running over data it did.
 */
export async function findDemoDoors(environment: Environment, database: Database): Promise<DemoDoors | null> {
	const { dataDirectory, mode } = environment;
	const isMarked = dataDirectory !== null && hasDemoMark(dataDirectory);
	if (mode !== 'demo') {
		if (isMarked) {
			throw new Error(
				`Mappen ${dataDirectory} innehåller påhittade demodata. Välj en annan mapp i GENKLANG_DATA.`
			);
		}
		return null;
	}
	const refusal = new Error(
		'Demoläget går bara över en databas som demo själv har skapat. Kör npm run demo, eller välj en tom mapp.'
	);
	if (!isMarked || dataDirectory === null) throw refusal;
	const doors = JSON.parse(readFileSync(join(dataDirectory, markName), 'utf8')) as DemoDoors;
	const boards = await listBoards(database);
	if (boards.length !== 1 || boards[0]?.id !== doors.boardId) throw refusal;
	return doors;
}
