/**
 * Demo mode runs only over a database that the demo itself made: the folder has its mark, and the database holds the board
 * that the mark names and no other. A mark copied to a real installation fits nothing there.
 */
import type { Environment } from '#lib/shared/environment.ts';
import { listBoards } from '#lib/shared/server/boards.ts';
import type { Database } from '#lib/shared/server/database.ts';
import type { DemoDoors } from '../demo-doors.ts';
import { hasDemoMark, readDemoMark } from './demo-marker.ts';

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
	const doors = readDemoMark(dataDirectory);
	const boards = await listBoards(database);
	if (boards.length !== 1 || boards[0]?.id !== doors.boardId) throw refusal;
	return doors;
}
