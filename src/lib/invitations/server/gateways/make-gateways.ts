import type { MessagingSettings } from '#lib/shared/environment.ts';
import type { Gateways } from './gateway.ts';
import { makeSmsGateway } from './sms-gateway.ts';
import { makeSmtpGateway } from './smtp-gateway.ts';

/** Those that are set up. */
export function makeGateways({ smtp, sms }: MessagingSettings): Gateways {
	return {
		...(smtp ? { email: makeSmtpGateway(smtp) } : {}),
		...(sms ? { sms: makeSmsGateway(sms) } : {})
	};
}
