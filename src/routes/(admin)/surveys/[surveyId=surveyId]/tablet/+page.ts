// Drawn in the browser, as on the tablet.
export const ssr = false;
