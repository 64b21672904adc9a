/** A browser that was never told to forget, for tests of what Back shows. */
import { createServer, request, type Server } from 'node:http';

/**
 * Passes everything on but `Cache-Control`, as if the server had never asked the browser to forget: the worst case. A built
 * server leads whoever asks by another `Host` than its own to its own address, past this: give that host to be asked by it.
 */
export async function startForgetfulProxy(to: number, host?: string): Promise<Server> {
	const passing = createServer((incoming, outgoing) => {
		if (incoming.url?.startsWith('/control/')) {
			outgoing.setHeader('content-type', 'text/html');
			outgoing.end(`<title>Control</title><p>${incoming.url}`);
			return;
		}
		const headers = { ...incoming.headers, ...(host && { host }), origin: `http://127.0.0.1:${to}` };
		const options = { port: to, host: '127.0.0.1', path: incoming.url, method: incoming.method };
		const passed = request({ ...options, headers }, (answer) => {
			const { 'cache-control': _cache, ...rest } = answer.headers;
			outgoing.writeHead(answer.statusCode ?? 502, rest);
			answer.pipe(outgoing);
		});
		passed.on('error', () => outgoing.destroy());
		incoming.pipe(passed);
	});
	await new Promise<void>((resolve) => passing.listen(0, '127.0.0.1', resolve));
	return passing;
}
