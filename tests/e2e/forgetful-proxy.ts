/** A browser that was never told to forget, for tests of what Back shows. */
import { createServer, request, type Server } from 'node:http';

/**
 * Passes everything on but `Cache-Control`, as if the server had never asked the browser to forget: the worst case for pages
 * that the browser keeps as they stood. What is fetched anew is still fetched from the server (`Vary: *`).
 */
export async function startForgetfulProxy(to: number): Promise<Server> {
	const passing = createServer((incoming, outgoing) => {
		if (incoming.url?.startsWith('/control/')) {
			outgoing.setHeader('content-type', 'text/html');
			outgoing.end(`<title>Control</title><p>${incoming.url}`);
			return;
		}
		// By the server's own name: it leads whoever asks by another to its own address, past this.
		const host = `127.0.0.1:${to}`;
		const headers = { ...incoming.headers, host, origin: `http://${host}` };
		const options = { port: to, host: '127.0.0.1', path: incoming.url, method: incoming.method };
		const passed = request({ ...options, headers }, (answer) => {
			const { 'cache-control': _cache, ...rest } = answer.headers;
			outgoing.writeHead(answer.statusCode ?? 502, { ...rest, vary: '*' });
			answer.pipe(outgoing);
		});
		passed.on('error', () => outgoing.destroy());
		incoming.pipe(passed);
	});
	await new Promise<void>((resolve) => passing.listen(0, '127.0.0.1', resolve));
	return passing;
}
