import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { afterFrame, whenIdle } from './after-frame.ts';

const frames: (() => void)[] = [];
const idle: (() => void)[] = [];

beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal('document', { hidden: false });
	vi.stubGlobal('requestAnimationFrame', (work: () => void) => frames.push(work));
	vi.stubGlobal('requestIdleCallback', (work: () => void) => idle.push(work));
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
	frames.length = 0;
	idle.length = 0;
});
const runAll = (works: (() => void)[]): void => works.splice(0).forEach((work) => work());

describe('what is done after the frame', () => {
	it('waits for the frame, and is done once', async () => {
		const work = vi.fn();
		afterFrame(work);
		vi.advanceTimersByTime(1);
		expect(work).not.toHaveBeenCalled();
		runAll(frames);
		expect(work).not.toHaveBeenCalled();
		await vi.runAllTimersAsync();
		expect(work).toHaveBeenCalledOnce();
	});

	it('asks for one frame and one time to be done, whatever is done then, and goes in order', async () => {
		const done: number[] = [];
		for (const one of [1, 2, 3]) afterFrame(() => done.push(one));
		expect([frames.length, vi.getTimerCount()]).toEqual([1, 1]);
		runAll(frames);
		await vi.runAllTimersAsync();
		expect(done).toEqual([1, 2, 3]);
		expect(vi.getTimerCount()).toBe(0);
	});

	it('waits for a frame of its own when it is asked for by what is done', async () => {
		const work = vi.fn();
		afterFrame(() => afterFrame(work));
		runAll(frames);
		await vi.advanceTimersByTimeAsync(2);
		expect(work).not.toHaveBeenCalled();
		expect(frames).toHaveLength(1);
		runAll(frames);
		await vi.advanceTimersByTimeAsync(2);
		expect(work).toHaveBeenCalledOnce();
	});

	it('takes nothing else with it when it goes wrong', async () => {
		const apart = vi.fn<(work: () => void) => void>();
		vi.stubGlobal('queueMicrotask', apart);
		const work = vi.fn();
		afterFrame(() => {
			throw new RangeError('made up');
		});
		afterFrame(work);
		runAll(frames);
		await vi.runAllTimersAsync();
		const [first, second] = apart.mock.calls.map(([one]) => one);
		expect(first).toThrow('made up');
		second?.();
		expect(work).toHaveBeenCalledOnce();
	});

	it('is done at once, and only then, for whoever cannot wait', async () => {
		const work = vi.fn();
		const now = afterFrame(work);
		now();
		now();
		expect(work).toHaveBeenCalledOnce();
		runAll(frames);
		await vi.runAllTimersAsync();
		expect(work).toHaveBeenCalledOnce();
	});

	it('is done without a frame, when none comes', async () => {
		const work = vi.fn();
		afterFrame(work);
		await vi.advanceTimersByTimeAsync(250);
		expect(work).toHaveBeenCalledOnce();
	});

	it('does not wait on a page that nobody sees', async () => {
		vi.stubGlobal('document', { hidden: true });
		const work = vi.fn();
		afterFrame(work);
		await vi.advanceTimersByTimeAsync(0);
		expect(work).toHaveBeenCalledOnce();
	});
});

describe('what is done when there is time over', () => {
	it('waits for the browser to say so', () => {
		const work = vi.fn();
		whenIdle(work);
		expect(work).not.toHaveBeenCalled();
		runAll(idle);
		expect(work).toHaveBeenCalledOnce();
	});

	it('is the next thing where the browser never says so', () => {
		Reflect.deleteProperty(globalThis, 'requestIdleCallback');
		const work = vi.fn();
		whenIdle(work);
		expect(work).not.toHaveBeenCalled();
		vi.runAllTimers();
		expect(work).toHaveBeenCalledOnce();
	});
});
