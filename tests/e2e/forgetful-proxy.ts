/** A browser that was never told to forget, for tests of what Back shows. */
import { createServer, request, type Server } from 'node:http';

/** Passes everything on but `Cache-Control`, as if the server had never asked the browser to forget: the worst case. */
export async function startForgetfulProxy(to: number): Promise<Server> {
	const passing = createServer((incoming, outgoing) => {
		if (incoming.url?.startsWith('/control/')) {
			outgoing.setHeader('content-type', 'text/html');
			outgoing.end(`<title>Control</title><p>${incoming.url}`);
			return;
		}
		const host = `127.0.0.1:${to}`;
		// As if asked at its own address: anybody who asks at another one is led there, past this.
		const headers = { ...incoming.headers, host, origin: `http://${host}` };
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
