const entities: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

/** The text as it stands in XML and HTML; characters that XML 1.0 does not have (2.2 Characters) are left out. */
export function escapeXml(text: string): string {
	return text
		.toWellFormed()
		.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign)
		.replaceAll(forbidden, '');
}

// eslint-disable-next-line no-control-regex -- these are the characters to take away
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
