/** The codebook as a page of its own that any browser opens, without scripts, pictures or anything from outside. */
import type { Codebook } from './codebook.ts';
import type { FileLanguage } from './export-order.ts';
import { escapeXml } from './escape-xml.ts';

const look = `
body { font: 1rem/1.5 system-ui, sans-serif; color: #1c2b2d; margin: 2rem auto; max-inline-size: 76rem; padding-inline: 1rem; }
h1 { font-size: 1.6rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; }
dt { font-weight: 600; } dd { margin: 0; }
table { border-collapse: collapse; inline-size: 100%; margin-block: 1.5rem; }
th, td { text-align: start; vertical-align: top; padding: .4rem .6rem; border-block-end: 1px solid #cfd8d6; }
tbody th { font-family: ui-monospace, monospace; font-weight: 400; white-space: nowrap; }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; } }`;

export function writeCodebookHtml(
	{ title, facts, headings, rows, notes }: Codebook,
	language: FileLanguage
): string {
	const e = escapeXml;
	const cells = ([first = '', ...rest]: readonly string[]): string =>
		`<tr><th scope="row">${e(first)}</th>${rest.map((text) => `<td>${e(text)}</td>`).join('')}</tr>`;
	return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${e(title)}</title><style>${look}</style></head>
<body>
<h1>${e(title)}</h1>
<dl>${facts.map(({ name, value }) => `<dt>${e(name)}</dt><dd>${e(value)}</dd>`).join('')}</dl>
${notes.map((note) => `<p>${e(note)}</p>`).join('\n')}
<table><thead><tr>${headings.map((text) => `<th scope="col">${e(text)}</th>`).join('')}</tr></thead>
<tbody>${rows.map(cells).join('\n')}</tbody></table>
</body></html>
`;
}
