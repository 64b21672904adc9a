/** The ids in a source field: `"SoS-AUDIT, FB-AUDIT"` is two. */
export function listSourceIds(sourceIds: string): string[] {
	return sourceIds.split(',').map((id) => id.trim());
}
