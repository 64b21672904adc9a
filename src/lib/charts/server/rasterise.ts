/** An SVG file of a chart as a PNG, drawn by resvg in WebAssembly with the program's own typeface: the same everywhere. */
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import boldFont from './fonts/atkinson-hyperlegible-next-bold.ttf?inline';
import regularFont from './fonts/atkinson-hyperlegible-next-regular.ttf?inline';

/** Twice the size on a screen: sharp in a report on paper and in a slide. */
const scale = 2;
const family = 'Atkinson Hyperlegible Next';
const fontBuffers = [regularFont, boldFont].map(
	(url) => new Uint8Array(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'))
);

let starting: Promise<void> | null = null;

async function start(): Promise<void> {
	const file = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
	await initWasm(await readFile(file));
}

/** The PNG's bytes. */
export async function rasterise(svg: string): Promise<Uint8Array<ArrayBuffer>> {
	starting ??= start();
	await starting;
	const drawn = new Resvg(svg, {
		fitTo: { mode: 'zoom', value: scale },
		font: { fontBuffers, loadSystemFonts: false, defaultFontFamily: family, sansSerifFamily: family }
	});
	try {
		const image = drawn.render();
		try {
			return new Uint8Array(image.asPng());
		} finally {
			image.free();
		}
	} finally {
		drawn.free();
	}
}
