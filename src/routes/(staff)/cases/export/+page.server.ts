import { m } from '#lib/paraglide/messages.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
	way: [{ href: '/cases', label: m.staff_cases_title() }]
});
