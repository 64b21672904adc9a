/** All of the clients' languages, for those who need them all: the server, and tablets that work without a network. */
import { bringForeignWords } from '../foreign-words.ts';
import ar from '../../../../client-languages/ar.json' with { type: 'json' };
import fa from '../../../../client-languages/fa.json' with { type: 'json' };
import fi from '../../../../client-languages/fi.json' with { type: 'json' };
import so from '../../../../client-languages/so.json' with { type: 'json' };
import ti from '../../../../client-languages/ti.json' with { type: 'json' };
import uk from '../../../../client-languages/uk.json' with { type: 'json' };

/** Makes every text for clients able to say itself in every language. */
export function bringClientLanguages(): void {
	bringForeignWords({ ar, fa, fi, so, ti, uk });
}
