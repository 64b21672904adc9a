/** Why a file cannot be read at all. */
export type FileFault =
	'empty' | 'not-a-spreadsheet' | 'too-large' | 'too-many-rows' | 'no-rows' | 'old-excel';
