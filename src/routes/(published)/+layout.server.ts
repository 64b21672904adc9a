/** Read by anybody and framed by others: no script, nothing about whoever reads. */
export const csr = false;
