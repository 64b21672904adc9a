// Drawn on the tablet, which keeps the page itself and starts without a network.
export const ssr = false;
