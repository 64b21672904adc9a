/** Files of cases on their way in, and how the columns of each source are read. */
import { sql } from 'drizzle-orm';
import {
	check,
	foreignKey,
	index,
	jsonb,
	pgTable,
	primaryKey,
	text,
	timestamp,
	unique,
	uuid
} from 'drizzle-orm/pg-core';
import { units } from '#lib/access/server/unit-tables.ts';
import type { Sealed } from '#lib/secrecy/sealed-columns.ts';
import { isSealed } from '#lib/secrecy/server/is-sealed.ts';
import type { ImportId, ImportSourceId, UnitId } from '#lib/shared/ids.ts';
import { boardId } from '#lib/shared/server/tables.ts';
import type { ColumnMap, ImportField } from '../import/import-field.ts';

/** One file for each of the staff at most, gone when it has been imported, thrown away or left for a day. */
export const caseImports = pgTable(
	'case_imports',
	{
		boardId: boardId(),
		id: uuid().$type<ImportId>().notNull(),
		/** Who uploaded it: nobody else sees it. */
		staffId: text('staff_id').notNull(),
		createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
		/** The cells as JSON, sealed: names and personal identity numbers may be among them. */
		content: text().$type<Sealed>().notNull(),
		/** Which column each field is in. */
		columns: jsonb().$type<ColumnMap>().notNull(),
		/** The unit that the cases are to be in. */
		unitId: uuid('unit_id').$type<UnitId>()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		unique('case_imports_staff_key').on(table.boardId, table.staffId),
		index('case_imports_unit').on(table.boardId, table.unitId),
		foreignKey({
			name: 'case_imports_unit_fk',
			columns: [table.boardId, table.unitId],
			foreignColumns: [units.boardId, units.id]
		}),
		check('case_imports_content_sealed', isSealed(table.content))
	]
);

/** A saved choice of columns, by a name such as the case system's. */
export const caseImportSources = pgTable(
	'case_import_sources',
	{
		boardId: boardId(),
		id: uuid().$type<ImportSourceId>().notNull(),
		name: text().notNull(),
		/** The heading that each field has in files from there. */
		columns: jsonb().$type<Readonly<Partial<Record<ImportField, string>>>>().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		unique('case_import_sources_name_key').on(table.boardId, table.name),
		check('case_import_sources_name', sql`char_length(${table.name}) between 1 and 60`)
	]
);
