import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeDelivery, type DeliveryState } from './delivery.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('delivery', () => {
	it('is done at once when the network is there', async () => {
		const states: DeliveryState[] = [];
		const delivery = makeDelivery((state) => states.push(state));
		await expect(delivery.send(async () => 'saved')).resolves.toBe('saved');
		expect(states).toEqual(['sending', 'idle']);
	});

	it('tries again, with longer pauses, until it arrives', async () => {
		const attempts: number[] = [];
		const delivery = makeDelivery(() => {});
		const begun = Date.now();
		const sent = delivery.send(async () => {
			attempts.push((Date.now() - begun) / 1000);
			return attempts.length < 8 ? null : 'saved';
		});
		await vi.advanceTimersByTimeAsync(59_000);
		expect(delivery.state()).toBe('waiting');
		await vi.advanceTimersByTimeAsync(1_000);
		await expect(sent).resolves.toBe('saved');
		expect(attempts).toEqual([0, 1, 3, 7, 15, 30, 45, 60]);
		expect(delivery.state()).toBe('idle');
	});

	it('tries at once when it is told that the network is back', async () => {
		let isOnline = false;
		const delivery = makeDelivery(() => {});
		const sent = delivery.send(async () => (isOnline ? 'saved' : null));
		await vi.advanceTimersByTimeAsync(4_000);
		isOnline = true;
		delivery.retry();
		await expect(sent).resolves.toBe('saved');
	});
});
