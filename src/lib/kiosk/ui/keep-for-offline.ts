/**
 * Keeps the tablet's page and all it is made of in the browser, so that it starts without a network; the service worker
 * (src/service-worker) hands it out. All of the page or nothing: without one of its files it would not start. Pictures come one
 * by one: without one of them the words are still there.
 */
const cacheName = 'genklang-kiosk';

export async function keepForOffline(pictures: readonly string[]): Promise<void> {
	if (!('serviceWorker' in navigator)) return;
	const page = location.pathname;
	const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
	const linked = [...document.querySelectorAll<HTMLLinkElement>('link[href]')].map(({ href }) => href);
	const parts = [...loaded, ...linked]
		.map((address) => new URL(address))
		.filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/_app/immutable/'))
		.map(({ pathname }) => pathname);
	const wanted = new Set([page, ...parts]);
	try {
		const cache = await caches.open(cacheName);
		await cache.addAll([...wanted]);
		// What belongs to an older release goes.
		for (const { url } of await cache.keys()) {
			const { pathname } = new URL(url);
			if (pathname.startsWith('/_app/') && !wanted.has(pathname)) await cache.delete(pathname);
		}
		await keepPictures(cache, pictures);
		await navigator.serviceWorker.register('/service-worker.js', { scope: '/kiosk/', type: 'module' });
	} catch {
		// Without a network what was kept before is still there.
	}
}

/** Their addresses name their content: what is kept never has to be fetched again, and what is asked no longer goes. */
async function keepPictures(cache: Cache, wanted: readonly string[]): Promise<void> {
	const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
	const ours = `${location.pathname.replace(/\/$/, '')}/pictures/`;
	for (const pathname of kept) {
		if (pathname.startsWith(ours) && !wanted.includes(pathname)) await cache.delete(pathname);
	}
	const missing = wanted.filter((address) => !kept.has(address));
	await Promise.allSettled(missing.map((address) => cache.add(address)));
}
