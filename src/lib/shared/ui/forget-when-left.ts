/**
 * What a page does so that nobody after can see it. Browsers may keep a page that has been left as it stood, `no-store` or
 * not, and show it again at the touch of Back (Chrome, developer.chrome.com/docs/web-platform/bfcache-ccns). The page
 * blanks itself when it is left, and asks the server again when it is brought back. The server answers by who is there
 * then. Without a script the cookie does it: its token changes when a tablet is handed over and given back, and Chrome
 * throws pages marked `no-store` away when a cookie of theirs changes.
 */

const channelName = 'genklang-tablet';

/** Starts; the function it gives stops it. */
export function forgetWhenLeft(): () => void {
	const root = document.documentElement;
	const blank = (): void => {
		root.hidden = true;
	};
	const askAgain = ({ persisted }: PageTransitionEvent): void => {
		if (persisted) location.reload();
		else root.hidden = false;
	};
	addEventListener('pagehide', blank);
	addEventListener('pageshow', askAgain);
	return () => {
		removeEventListener('pagehide', blank);
		removeEventListener('pageshow', askAgain);
	};
}

/** Looks again when another tab says that the tablet has been handed over; the function it gives stops it. */
export function lookAgainWhenTold(): () => void {
	if (!('BroadcastChannel' in globalThis)) return () => {};
	const channel = new BroadcastChannel(channelName);
	channel.onmessage = () => {
		document.documentElement.hidden = true;
		location.reload();
	};
	return () => channel.close();
}

/** Tells the other tabs. */
export function tellOthers(): void {
	if (!('BroadcastChannel' in globalThis)) return;
	const channel = new BroadcastChannel(channelName);
	channel.postMessage('handed-over');
	channel.close();
}
