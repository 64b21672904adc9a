/** An extract as one page that needs nothing else: to be saved, printed and handed over. */
import { m } from '#lib/paraglide/messages.js';
import type { ExtractFact, ExtractSection, ExtractView } from './extract-view.ts';

/** The page in the language; whatever is in the extract is shown as text. */
export function writeExtractHtml(view: ExtractView, language: string): string {
	const { title, facts, notes, isPartBecause, sections, readers } = view;
	return `<!doctype html>
<html lang="${toText(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${toText(`${m.rights_extract_title()} – ${title}`)}</title>
<style>${style}</style>
</head>
<body>
<h1>${toText(m.rights_extract_title())}: ${toText(title)}</h1>
${writeFacts(facts)}
${isPartBecause === null ? '' : `<p><strong>${toText(m.rights_extract_elsewhere_title())}.</strong> ${toText(isPartBecause)}</p>`}
${notes.map((note) => `<p>${toText(note)}</p>`).join('\n')}
${sections.map(writeSection).join('\n')}
<h2>${toText(m.rights_extract_readers_title())}</h2>
<p>${toText(m.rights_extract_readers_text())}</p>
${readers.length === 0 ? `<p>${toText(m.rights_extract_readers_none())}</p>` : writeReaders(readers)}
</body>
</html>
`;
}

const style = `
body { max-width: 48rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; color: #1c1b19; }
h2 { margin-top: 2rem; border-bottom: 2px solid; } h3 { margin-bottom: 0.25rem; }
dl { display: grid; grid-template-columns: minmax(8rem, 1fr) 2fr; gap: 0.15rem 1rem; margin: 0 0 1rem; }
dt { color: #55524b; } dd { margin: 0; white-space: pre-line; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: start; vertical-align: top; padding: 0.25rem 0.5rem 0.25rem 0; border-bottom: 1px solid #ccc; }
article { break-inside: avoid; }`;

function writeSection({ title, entries }: ExtractSection): string {
	const body = entries.map(
		(entry) => `<article><h3>${toText(entry.title)}</h3>\n${writeFacts(entry.facts)}</article>`
	);
	const content = body.length === 0 ? `<p>${toText(m.rights_extract_empty())}</p>` : body.join('\n');
	return `<h2>${toText(title)}</h2>\n${content}`;
}

function writeFacts(facts: readonly ExtractFact[]): string {
	const lines = facts.map(({ term, value }) => {
		const text =
			typeof value === 'string'
				? toText(value)
				: value.map((line) => `<div>${toText(line.term)}: <b>${toText(line.text)}</b></div>`).join('');
		return `<dt>${toText(term)}</dt><dd>${text}</dd>`;
	});
	return `<dl>${lines.join('\n')}</dl>`;
}

function writeReaders(readers: ExtractView['readers']): string {
	const head = [
		m.audit_readers_day(),
		m.rights_extract_readers_case(),
		m.audit_readers_who(),
		m.audit_readers_what(),
		m.audit_readers_why()
	];
	const rows = readers.map(({ day, caseNumber, who, what, why }) => [day, caseNumber, who, what, why]);
	const cells = (tag: 'th' | 'td', texts: readonly string[]): string =>
		`<tr>${texts.map((text) => `<${tag}>${toText(text)}</${tag}>`).join('')}</tr>`;
	return `<table><caption>${toText(m.rights_extract_readers_caption())}</caption>
<thead>${cells('th', head)}</thead>
<tbody>${rows.map((row) => cells('td', row)).join('\n')}</tbody></table>`;
}

const escapes: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

function toText(text: string): string {
	return text.replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
}
