import { describe, expect, it } from 'vitest';
import { drawBars } from './bars-drawing.ts';
import { drawCaterpillar } from './caterpillar-drawing.ts';
import { drawCourse } from './course-drawing.ts';
import type { Drawing, Mark } from './drawing.ts';
import { drawFlow } from './flow-drawing.ts';
import { drawSlopes } from './slope-drawing.ts';
import { drawStacks } from './stacks-drawing.ts';
import { writeSvg } from './write-svg.ts';

const rects = ({ marks }: Drawing, fill: string) =>
	marks.filter((mark): mark is Extract<Mark, { kind: 'rect' }> => mark.kind === 'rect' && mark.fill === fill);
const texts = ({ marks }: Drawing): string[] =>
	marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));

describe('bars', () => {
	const bar = (key: string, value: number | null) => ({
		key,
		label: key,
		value,
		interval: null,
		valueText: value === null ? 'för få' : `${100 * value} %`
	});
	const drawn = drawBars(
		{
			bars: [bar('a', 0.5), bar('b', 0.25), bar('c', null)],
			highest: 1,
			lowestText: '0 %',
			highestText: '100 %'
		},
		'wide'
	);

	it('begin at nought and are as long as their numbers', () => {
		const [one, other] = rects(drawn, 'accent');
		expect(one?.x).toBe(other?.x);
		expect((one?.width ?? 0) / (other?.width ?? 1)).toBeCloseTo(2, 12);
	});

	it('are not drawn where nothing is shown: words stand there', () => {
		expect(rects(drawn, 'accent')).toHaveLength(2);
		expect(texts(drawn)).toContain('för få');
	});

	it('fit a telephone', () => {
		expect(
			drawBars({ bars: [bar('a', 1)], highest: 1, lowestText: '0', highestText: '1' }, 'narrow').width
		).toBe(320);
	});
});

describe('stacked shares', () => {
	const parts = [
		{ name: 'Bättre', paint: 'step-0' },
		{ name: 'Sämre', paint: 'hatch' }
	] as const;
	const row = (shares: readonly (number | null)[]) => ({
		key: 'a',
		label: '',
		countText: '20',
		shares,
		shareTexts: ['75 %', '25 %'],
		hiddenText: 'för få'
	});

	it('fill the whole width between them', () => {
		const drawn = drawStacks({ parts, rows: [row([0.75, 0.25])], hiddenMark: '..' }, 'wide');
		const wide = (fill: string) => Math.max(...rects(drawn, fill).map(({ width }) => width));
		expect(wide('step-0') + wide('hatch')).toBeCloseTo(720, 9);
	});

	it('have what is hidden where it is when it is one piece, and last when it is not', () => {
		const three = [...parts, { name: 'Sämst', paint: 'step-4' }] as const;
		const placesOf = (shares: readonly (number | null)[]) => {
			const drawn = drawStacks({ parts: three, rows: [row(shares)], hiddenMark: '..' }, 'wide');
			return drawn.marks
				.flatMap((mark) => (mark.kind === 'rect' && mark.height === 30 ? [mark] : []))
				.toSorted((a, b) => a.x - b.x)
				.map(({ fill }) => fill);
		};
		expect(placesOf([null, null, 0.4])).toEqual(['surface', 'step-4']);
		expect(placesOf([null, 0, null])).toEqual(['surface']);
		expect(placesOf([null, 0.4, null])).toEqual(['hatch', 'surface']);
	});

	it('leave what is hidden as one part, whoever shares it', () => {
		const drawn = drawStacks({ parts, rows: [row([0.75, null])], hiddenMark: '..' }, 'wide');
		expect(texts(drawn)).toContain('..');
		expect(texts(drawn)).not.toContain('25 %');
	});
});

describe('slopes', () => {
	it('show the whole scale and lower points lower', () => {
		const slope = {
			key: 'a',
			label: 'Alla',
			before: 20,
			after: 10,
			beforeText: '20',
			afterText: '10',
			isMain: true
		};
		const { marks } = drawSlopes(
			{
				slopes: [slope],
				lowest: 0,
				highest: 40,
				beforeText: 'Före',
				afterText: 'Efter',
				lowestText: '0',
				highestText: '40'
			},
			'wide'
		);
		const line = marks.find((mark) => mark.kind === 'line' && mark.width === 4);
		const upright = marks.find((mark) => mark.kind === 'line' && mark.width === 1.5);
		if (line?.kind !== 'line' || upright?.kind !== 'line') throw new Error('no line');
		expect(line.y2).toBeGreaterThan(line.y1);
		expect(line.y1).toBeCloseTo((upright.y1 + upright.y2) / 2, 9);
	});
});

describe('flow', () => {
	it('is as wide as they are many, and divides what is hidden alike', () => {
		const part = (key: string, count: number | null) => ({
			key,
			name: key,
			count,
			valueText: String(count),
			paint: 'step-0' as const
		});
		const { marks } = drawFlow(
			{ startText: '100', startCount: 100, parts: [part('a', 60), part('b', null), part('c', null)] },
			'wide'
		);
		const ribbons = marks.flatMap((mark) => (mark.kind === 'path' ? [mark.width] : []));
		expect(ribbons).toEqual([150, 50, 50]);
	});
});

describe('a chart as a file', () => {
	const drawing: Drawing = {
		width: 720,
		height: 40,
		marks: [{ kind: 'text', x: 0, y: 20, text: 'A & B <c>', anchor: 'start', paint: 'ink' }]
	};
	const words = {
		title: 'Titel "1"',
		lead: '',
		note: 'n = 20.',
		source: 'Källa: nämnden.',
		summary: 'En mening.'
	};
	const file = writeSvg(drawing, words);

	it('says what it is, what it rests on and where it comes from, escaped', () => {
		for (const text of [
			'Titel &quot;1&quot;',
			'n = 20.',
			'Källa: nämnden.',
			'A &amp; B &lt;c&gt;',
			'<desc id="desc">En mening.</desc>'
		]) {
			expect(file).toContain(text);
		}
	});

	it('refers to nothing outside itself', () => {
		expect(file.match(/https?:[^"]+/gu)).toEqual(['http://www.w3.org/2000/svg']);
	});
});

describe('a list of groups against a target', () => {
	const row = (key: string, mean: number | null) => ({
		key,
		label: key,
		mean,
		isMet: (mean ?? 0) >= 2.6,
		interval: null,
		valueText: mean === null ? '..' : String(mean),
		countText: mean === null ? '' : '25 svar',
		remark: mean === null ? 'för få svar' : ''
	});
	const drawn = drawCaterpillar(
		{
			rows: [row('a', 2.6), row('b', 2.1), row('c', null)],
			lowest: 0,
			highest: 3,
			target: { at: 2.6, text: 'Mål 2,60' },
			legend: [{ sign: 'filled', text: 'når målet' }]
		},
		'wide'
	);
	const dots = drawn.marks.flatMap((mark) => (mark.kind === 'circle' && mark.r === 7 ? [mark] : []));

	it('has a filled dot where the target is met, an open one where not, and none that is hidden', () => {
		expect(dots.map(({ fill }) => fill)).toEqual(['ink', 'surface']);
		expect(texts(drawn)).toContain('för få svar');
	});

	it('says in the drawing itself what the signs mean', () => {
		expect(texts(drawn)).toContain('når målet');
	});
});

describe('the course of a group', () => {
	it('has a line, its means in words and what went on', () => {
		const point = (day: number, value: number) => ({
			key: String(day),
			day,
			label: 'Före',
			date: ['månad 0'],
			value,
			valueText: String(value),
			possible: { lowest: value - 1, highest: value + 1 }
		});
		const drawn = drawCourse(
			{
				points: [point(0, 17), point(280, 11), point(470, 12)],
				phases: [{ key: 'a', label: 'Insatsen pågår', fromDay: 0, toDay: 280 }],
				lowest: 0,
				highest: 40,
				lowestText: '0 = bäst',
				highestText: '40 = sämst'
			},
			'narrow'
		);
		expect(texts(drawn)).toEqual(expect.arrayContaining(['17', '11', '12', 'Insatsen pågår', '0 = bäst']));
		const intervals = drawn.marks.filter((mark) => mark.kind === 'line' && mark.stroke === 'interval');
		expect(intervals).toHaveLength(3);
	});
});
