/**
 * The mark of a folder that the demo has made: a file that names the board. It is read before the program is loaded, so
 * nothing of the database is imported here.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** What the mark says; asked only of a folder that has one. */
export function readDemoMark(dataDirectory: string): DemoDoors {
	return JSON.parse(readFileSync(join(dataDirectory, markName), 'utf8')) as DemoDoors;
}
