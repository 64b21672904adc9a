/** Brings what has been answered to the server, however the network behaves. */

/** `waiting`: the network is away, what is written stays on the page, and it is tried again and again. */
export type DeliveryState = 'idle' | 'sending' | 'waiting';

export interface Delivery {
	state(): DeliveryState;
	/** Tries until it arrives. An attempt gives null when the network failed, and reads what to send anew each time. */
	send<T>(attempt: () => Promise<T | null>): Promise<T>;
	/** Tries at once: the network is back, or somebody pressed the button. */
	retry(): void;
}

/** Seconds between attempts; the last one is repeated. */
const pauses = [1, 2, 4, 8, 15] as const;

/** A delivery that tells how it goes. One thing is sent at a time; ask for the state before sending. */
export function makeDelivery(onstate: (state: DeliveryState) => void): Delivery {
	let current: DeliveryState = 'idle';
	let wake: (() => void) | null = null;

	const enter = (state: DeliveryState): void => {
		current = state;
		onstate(state);
	};
	const pause = (seconds: number): Promise<void> =>
		new Promise((resolve) => {
			const timer = setTimeout(() => wake?.(), seconds * 1000);
			wake = () => {
				clearTimeout(timer);
				wake = null;
				resolve();
			};
		});

	return {
		state: () => current,
		retry: () => wake?.(),
		async send(attempt) {
			enter('sending');
			for (let failures = 0; ; failures += 1) {
				const answer = await attempt();
				if (answer !== null) {
					enter('idle');
					return answer;
				}
				enter('waiting');
				await pause(pauses[Math.min(failures, pauses.length - 1)] ?? 1);
			}
		}
	};
}
