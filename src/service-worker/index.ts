/**
 * Lets a paired tablet start without a network (scope /kiosk/). Hands out the page, and the hashed files and pictures that the page
 * has kept for itself (src/lib/kiosk/ui/keep-for-offline.ts), and never anything that a visitor has done.
 */
import { self } from '$app/service-worker';

const patienceMs = 4000;

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
	const { request } = event;
	const { origin, pathname } = new URL(request.url);
	if (request.method !== 'GET' || origin !== self.location.origin) return;
	if (request.mode === 'navigate' && /^\/kiosk\/[^/]+\/?$/.test(pathname)) {
		event.respondWith(freshOrKept(request, pathname));
	} else if (pathname.startsWith('/_app/immutable/') || /^\/kiosk\/[^/]+\/pictures\//.test(pathname)) {
		event.respondWith(keptOrFresh(request, pathname));
	}
});

/** The server's page when it answers within a few seconds; otherwise the one that is kept. */
async function freshOrKept(request: Request, pathname: string): Promise<Response> {
	try {
		const response = await fetch(request, { signal: AbortSignal.timeout(patienceMs) });
		if (response.status < 500) return response;
	} catch {
		// Without a network the kept page is the page.
	}
	return (await caches.match(pathname)) ?? Response.error();
}

async function keptOrFresh(request: Request, pathname: string): Promise<Response> {
	return (await caches.match(pathname)) ?? fetch(request);
}
