/** Brings what has been answered to the server, however the network behaves, and says how it goes. */

/** Seconds between attempts; the last one is repeated. */
const pauses = [1, 2, 4, 8, 15];

export class Delivery {
	/** `waiting`: the network is away, what is written stays on the page, and it is tried again and again. */
	state = $state<'idle' | 'sending' | 'waiting'>('idle');
	#wake: (() => void) | null = null;

	/** Tries until it arrives. The attempt gives null when the network failed, and reads what to send anew each time. */
	async send<T>(attempt: () => Promise<T | null>): Promise<T> {
		this.state = 'sending';
		for (let failures = 0; ; failures += 1) {
			const answer = await attempt();
			if (answer !== null) {
				this.state = 'idle';
				return answer;
			}
			this.state = 'waiting';
			await this.#pause(pauses[Math.min(failures, pauses.length - 1)] ?? 1);
		}
	}

	/** Tries at once: the network is back, or somebody pressed the button. */
	retry(): void {
		this.#wake?.();
	}

	#pause(seconds: number): Promise<void> {
		return new Promise((resolve) => {
			const timer = setTimeout(() => this.#wake?.(), seconds * 1000);
			this.#wake = () => {
				clearTimeout(timer);
				this.#wake = null;
				resolve();
			};
		});
	}
}
