import { describeVisitor } from '../visitor.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals }) => ({ visitor: await describeVisitor(locals) });
