/**
 * Serves the built program. SvelteKit's own start file is not used, because it believes the Host header and has no
 * setting for the public address: here every request is given that one address, whatever it says itself.
 */
import compression from 'compression';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { constants } from 'node:zlib';
import { maxBodyBytes } from '../../src/lib/shared/body-limits.ts';
import { readEnvironment, type Environment } from '../../src/lib/shared/environment.ts';
import type { CommandIo } from './command-io.ts';

const protocolHeader = 'x-genklang-protocol';
const hostHeader = 'x-genklang-host';

type Handler = (request: unknown, response: unknown, next: () => void) => void;

/** Starts the server; resolves with the exit code when it has been told to stop. */
export async function run(_args: readonly string[], io: CommandIo): Promise<number> {
	const settings = readEnvironment(process.env);
	if (!settings.ok) {
		io.stderr(`${settings.problem}\n`);
		return 1;
	}
	const built = join(io.root, 'build', 'handler.js');
	if (!existsSync(built)) {
		io.stderr('Programmet är inte byggt. Kör först: npm run build\n');
		return 1;
	}
	process.env['PROTOCOL_HEADER'] = protocolHeader;
	process.env['HOST_HEADER'] = hostHeader;
	process.env['BODY_SIZE_LIMIT'] = String(maxBodyBytes);
	try {
		const { handler } = (await import(built)) as { handler: Handler };
		return await serve(handler, settings.value, io);
	} catch (error) {
		io.stderr(`${error instanceof Error ? error.message : String(error)}\n`);
		return 1;
	}
}

/** Whoever tries http://localhost:3000 means 127.0.0.1; forms work only under the one public address. */
function isOtherNameOfThisComputer(asked: string | undefined, publicHost: string): boolean {
	const isLoopback = (host: string): boolean => /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);
	return asked !== undefined && asked !== publicHost && isLoopback(asked) && isLoopback(publicHost);
}

function serve(handler: Handler, environment: Environment, io: CommandIo): Promise<number> {
	const { protocol, host } = new URL(environment.publicUrl);
	// Pages are small and made anew each time: a middle brotli level costs less than it saves on a slow phone.
	const compress = compression({
		brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
		threshold: 512
	});
	const server = createServer((request, response) => {
		if (isOtherNameOfThisComputer(request.headers.host, host)) {
			response.writeHead(307, { location: `${environment.publicUrl}${request.url ?? '/'}` }).end();
			return;
		}
		request.headers[protocolHeader] = protocol.slice(0, -1);
		request.headers[hostHeader] = host;
		compress(request as never, response as never, () =>
			handler(request, response, () => response.writeHead(404).end())
		);
	});
	return new Promise((resolve, reject) => {
		server.once('error', (error: NodeJS.ErrnoException) => {
			const isTaken = error.code === 'EADDRINUSE';
			reject(
				isTaken
					? new Error(`Port ${environment.port} är upptagen. Välj en annan med PORT=… och försök igen.`)
					: error
			);
		});
		server.listen(environment.port, environment.host, () => io.stdout(`ready ${environment.publicUrl}\n`));
		const stop = (signal: string): void => {
			server.close(() => {
				process.emit('sveltekit:shutdown' as never, signal as never);
				resolve(0);
			});
			server.closeIdleConnections();
			setTimeout(() => server.closeAllConnections(), 5_000).unref();
		};
		process.once('SIGTERM', stop);
		process.once('SIGINT', stop);
	});
}
