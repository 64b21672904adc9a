/** What a command may use of the world around it, so that it can be tested without a terminal. */
export interface CommandIo {
	/** The program's folder. */
	readonly root: string;
	readonly stdin: () => Promise<string>;
	readonly stdout: (text: string) => void;
	readonly stderr: (text: string) => void;
}
