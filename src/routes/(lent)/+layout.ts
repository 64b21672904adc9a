/** Plain pages with one small script of their own, as on a link: no framework in the browser (docs/decisions/0009). */
export const csr = false;
