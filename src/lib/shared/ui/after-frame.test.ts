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
	it('waits for the frame, and is done once', () => {
		const work = vi.fn();
		afterFrame(work);
		vi.advanceTimersByTime(1);
		expect(work).not.toHaveBeenCalled();
		runAll(frames);
		expect(work).not.toHaveBeenCalled();
		vi.runAllTimers();
		expect(work).toHaveBeenCalledOnce();
	});

	it('is done at once, and only then, for whoever cannot wait', () => {
		const work = vi.fn();
		const now = afterFrame(work);
		now();
		now();
		runAll(frames);
		vi.runAllTimers();
		expect(work).toHaveBeenCalledOnce();
	});

	it('is done without a frame, when none comes', () => {
		const work = vi.fn();
		afterFrame(work);
		vi.advanceTimersByTime(250);
		expect(work).toHaveBeenCalledOnce();
	});

	it('does not wait on a page that nobody sees', () => {
		vi.stubGlobal('document', { hidden: true });
		const work = vi.fn();
		afterFrame(work);
		vi.advanceTimersByTime(0);
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
