/** How large a file of cases may be. The whole request has its own limit beside it (shared/body-limits.ts). */

/** Rows under the heading. */
export const maxImportRows = 5_000;
