/** Which browser a session is in, as its owner would say it; only for recognising one's own sessions. */

const browsers: readonly (readonly [RegExp, string])[] = [
	[/\bEdgA?\//, 'Edge'],
	[/\bOPR\//, 'Opera'],
	[/\bSamsungBrowser\//, 'Samsung Internet'],
	[/\b(Firefox|FxiOS)\//, 'Firefox'],
	[/\b(Chrome|CriOS|Chromium)\//, 'Chrome'],
	[/\bSafari\//, 'Safari']
];
const systems: readonly (readonly [RegExp, string])[] = [
	[/\b(iPhone|iPad)\b/, 'iOS'],
	[/\bAndroid\b/, 'Android'],
	[/\bWindows\b/, 'Windows'],
	[/\bMac OS X\b/, 'macOS'],
	[/\bCrOS\b/, 'ChromeOS'],
	[/\bLinux\b/, 'Linux']
];

/** Browser and system by name, either null when it is not one of the common ones. */
export function describeBrowser(userAgent: string | null): {
	readonly browser: string | null;
	readonly system: string | null;
} {
	const text = userAgent ?? '';
	const nameOf = (table: typeof browsers): string | null =>
		table.find(([pattern]) => pattern.test(text))?.[1] ?? null;
	return { browser: nameOf(browsers), system: nameOf(systems) };
}
