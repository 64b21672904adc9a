/** A drawing scaled to the page's width, with what it shows in words for who does not see it. */
import type { DocumentFigure, FigureShape } from '../../document.ts';
import { unreachable } from '../../unreachable.ts';
import {
	columnWidth,
	drawLine,
	inks,
	keepTogether,
	mark,
	page,
	widthOf,
	type Element,
	type Pen
} from './pen.ts';

export function writeFigure(pen: Pen, parent: Element, figure: DocumentFigure): void {
	const scale = Math.min(columnWidth / figure.width, (page.height - page.top - page.bottom) / figure.height);
	const height = figure.height * scale;
	keepTogether(pen, height);
	const element = pen.pdf.struct('Figure', {
		alt: figure.alt,
		// Where on the page it is, which a program that lets text flow anew needs to know.
		...({ bbox: [page.side, pen.y, page.side + figure.width * scale, pen.y + height] } as object)
	});
	parent.add(element);
	mark(pen, element, 'Figure', () => {
		pen.pdf.save().translate(page.side, pen.y).scale(scale);
		for (const shape of figure.shapes) draw(pen, shape);
		pen.pdf.restore();
	});
	pen.y += height + 12;
}

function draw(pen: Pen, shape: FigureShape): void {
	const { pdf } = pen;
	const colour = inks[shape.tone];
	switch (shape.kind) {
		case 'line':
			if (shape.isDashed) pdf.dash(4, { space: 3 });
			pdf.moveTo(shape.x1, shape.y1).lineTo(shape.x2, shape.y2).lineWidth(1).strokeColor(colour).stroke();
			pdf.undash();
			return;
		case 'path':
			pdf.path(shape.path).lineWidth(2).strokeColor(colour).stroke();
			return;
		case 'rect':
			pdf.rect(shape.x, shape.y, shape.width, shape.height).fill(colour);
			return;
		case 'dot':
			pdf.circle(shape.x, shape.y, shape.radius).fill(colour);
			return;
		case 'text': {
			const style = { face: 'regular', size: shape.size, leading: shape.size * 1.25, ink: colour } as const;
			const width = widthOf(pen, shape.text, style);
			const x = { start: shape.x, middle: shape.x - width / 2, end: shape.x - width }[shape.anchor];
			drawLine(pen, shape.text, x, shape.y - shape.size * 0.98, style);
			return;
		}
		default:
			unreachable(shape);
	}
}
