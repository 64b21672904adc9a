// A form, and nothing more: the tablet's program begins on the page it leads to.
export const csr = false;
