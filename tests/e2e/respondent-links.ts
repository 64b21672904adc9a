/** Links of the running demo, made the way staff make them. */

interface DemoAddresses {
	readonly client: string;
	readonly handlaggare: string;
	readonly survey: readonly { readonly provider: string; readonly address: string }[];
	readonly pages: { readonly case: string };
}

async function findAddresses(baseUrl: string): Promise<DemoAddresses> {
	return (await fetch(`${baseUrl}/demo.json`)).json() as Promise<DemoAddresses>;
}

/** A new personal link for the instrument in the demo's case; it works for a month. */
export async function makeLink(
	baseUrl: string,
	instrumentId: string,
	respondent = 'client'
): Promise<string> {
	const addresses = await findAddresses(baseUrl);
	const entered = await fetch(addresses.handlaggare, { redirect: 'manual' });
	const cookie = entered.headers
		.getSetCookie()
		.map((line) => line.split(';', 1)[0])
		.join('; ');
	const inAMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
	const response = await fetch(`${addresses.pages.case}/send?instrument=${instrumentId}`, {
		method: 'POST',
		headers: { cookie, origin: baseUrl },
		body: new URLSearchParams({ occasion: 'before', respondent, expiresOn: inAMonth })
	});
	const path = /\/s\/demo\/[0-9a-z]{26}/.exec(await response.text())?.[0];
	if (!path) throw new Error(`No link was made for ${instrumentId} (${response.status}).`);
	return `${baseUrl}${path}`;
}

/** One of the demo's open survey links. */
export async function findSurveyLink(baseUrl: string): Promise<string> {
	const [first] = (await findAddresses(baseUrl)).survey;
	if (!first) throw new Error('The demo has no survey.');
	return first.address;
}

/** A new AUDIT link, through the client's own door. */
export async function enterAsClient(baseUrl: string): Promise<string> {
	const { client } = await findAddresses(baseUrl);
	const entered = await fetch(client, { redirect: 'manual' });
	return new URL(entered.headers.get('location') ?? '', baseUrl).href;
}
