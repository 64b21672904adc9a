import { buildIfNeeded } from '../../bin/commands/build.ts';
import { root } from './server-process.ts';

/** Builds the program unless what is built is of these very files. Throws when it cannot be built. */
export async function buildProgram(): Promise<void> {
	const io = {
		root,
		stdin: () => Promise.resolve(''),
		stdout: (text: string) => void process.stdout.write(text),
		stderr: (text: string) => void process.stderr.write(text)
	};
	if (!(await buildIfNeeded(io))) throw new Error('The program cannot be built.');
}
