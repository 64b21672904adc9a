import type { Kiosk, KioskSurvey } from '#lib/kiosk/kiosk.ts';
import { m } from '#lib/paraglide/messages.js';

/** A survey that a tablet can be given, as a choice. */
export function toSurveyChoice({ linkId, title, providerName, opensOn, closesOn }: KioskSurvey) {
	return {
		value: linkId,
		label: m.kiosk_survey_choice({ title, provider: providerName }),
		hint: m.kiosk_survey_days({ from: opensOn, to: closesOn })
	};
}

/** A tablet's state in a word and a sentence. */
export function describeKiosk({ state }: Kiosk): {
	readonly label: string;
	readonly kind: 'success' | 'accent' | 'neutral';
	readonly text: string;
} {
	switch (state.kind) {
		case 'paired':
			return {
				label: m.kiosk_state_paired(),
				kind: 'success',
				text: m.kiosk_paired_on({ date: state.pairedOn, seen: state.lastSeenOn })
			};
		case 'waiting':
			return {
				label: state.isCodeValid ? m.kiosk_state_waiting() : m.kiosk_state_new(),
				kind: state.isCodeValid ? 'accent' : 'neutral',
				text: m.kiosk_not_paired()
			};
		case 'revoked':
			return {
				label: m.kiosk_state_revoked(),
				kind: 'neutral',
				text: m.kiosk_revoked_on({ date: state.revokedOn })
			};
	}
}
