/** What is printed for clients and sent to them, in the languages that staff's pages do not have. For the server alone. */
import { bringSentWords } from '../foreign-words.ts';
import ar from '../../../../client-languages/sent/ar.json' with { type: 'json' };
import fa from '../../../../client-languages/sent/fa.json' with { type: 'json' };
import fi from '../../../../client-languages/sent/fi.json' with { type: 'json' };
import so from '../../../../client-languages/sent/so.json' with { type: 'json' };
import ti from '../../../../client-languages/sent/ti.json' with { type: 'json' };
import uk from '../../../../client-languages/sent/uk.json' with { type: 'json' };

/** Makes slips, posters, letters and messages able to say themselves in every language of clients. */
export function bringSentLanguages(): void {
	bringSentWords({ ar, fa, fi, so, ti, uk });
}
