/** Staff's own page: the passkey button needs the framework. */
export const csr = true;
