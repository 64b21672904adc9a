/** What the server and the pages' script must agree on when pages are left in a hurry. */

/** Where it leads: the weather, which anybody may be looking at. */
export const quickExitAddress = 'https://www.smhi.se/';

/** Says that the link was left from this browser. While it lives the link leads away too, so that Back shows nothing. */
export const quickExitCookie = 'genklang-left';

/** Long enough for somebody to come and go; then the link opens as before. */
export const quickExitMinutes = 15;
