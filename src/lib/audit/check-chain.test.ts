/** The pure rules, with a hash that needs no key; the real signature is tried in tests/integration/audit. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BoardId } from '#lib/shared/ids.ts';
import type { Anchor, AuditTrail } from './audit-trail.ts';
import { beginChainCheck, type ChainFault, type StoredLine } from './check-chain.ts';
import { lineText, sealText } from './signed-text.ts';

const boardId = 'nämnd' as BoardId;
const mac = (text: string): string => createHash('sha256').update(text).digest('hex');
const trail: AuditTrail = {
	sign: (text) => ({ keyId: 'k', mac: mac(text) }),
	judge: (text, { keyId, mac: given }) =>
		keyId !== 'k' ? 'unknown-key' : given === mac(text) ? 'genuine' : 'forged',
	anchorsOf: () => [],
	sealSoon: () => {}
};

function makeChain(length: number): StoredLine[] {
	let previousSeal: string | null = null;
	return Array.from({ length }, (_, index) => {
		const event = {
			boardId,
			id: `id-${index + 1}`,
			happenedAt: '2026-03-02T11:00:00.000000Z',
			action: 'caseOverview',
			kind: 'read' as const,
			subjectType: 'case' as const,
			subjectId: null,
			caseId: null,
			actorKind: 'system' as const,
			actorId: null,
			workContext: 'casework' as const,
			reason: null
		};
		const line = lineText(event);
		const signature = trail.sign(line);
		const seq = index + 1;
		const seal = trail.sign(sealText({ boardId, seq, previousSeal, line, lineMac: signature.mac }));
		previousSeal = seal.mac;
		return { ...event, signature, place: { seq, seal } };
	});
}

function check(lines: readonly StoredLine[], anchors: readonly Anchor[] = []): ChainFault | null {
	const started = beginChainCheck(trail, anchors);
	for (const line of lines) {
		const fault = started.next(line);
		if (fault) return fault;
	}
	return started.end();
}

describe('a chain', () => {
	it('is whole as it was written, and empty too', () => {
		expect(check(makeChain(5))).toBeNull();
		expect(check([])).toBeNull();
	});

	it('shows the first of any lines that were taken away before the end', () => {
		fc.assert(
			fc.property(fc.integer({ min: 2, max: 30 }), fc.nat(), (length, where) => {
				const gone = where % (length - 1);
				const lines = makeChain(length).filter((_, index) => index !== gone);
				expect(check(lines)).toMatchObject({ kind: 'missing', seq: gone + 1 });
			})
		);
	});

	it('shows the first line of any that was changed in any way', () => {
		const fields = ['id', 'happenedAt', 'action', 'subjectId', 'caseId', 'actorId', 'reason'] as const;
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 20 }),
				fc.nat(),
				fc.constantFrom(...fields),
				(length, where, field) => {
					const lines = makeChain(length);
					const at = where % length;
					const line = lines[at];
					if (!line) return;
					lines[at] = { ...line, [field]: 'något annat' };
					expect(check(lines)).toMatchObject({ kind: 'changed', seq: at + 1 });
				}
			)
		);
	});

	it('shows any cut before an anchor, and none after it', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 20 }), fc.nat(), fc.nat(), (length, cut, at) => {
				const lines = makeChain(length);
				const kept = lines.slice(0, cut % (length + 1));
				const anchored = lines[at % length]?.place;
				if (!anchored) return;
				const fault = check(kept, [{ seq: anchored.seq, seal: anchored.seal.mac }]);
				if (kept.length < anchored.seq)
					expect(fault).toMatchObject({ kind: 'missing', seq: kept.length + 1 });
				else expect(fault).toBeNull();
			})
		);
	});

	it('shows two lines that have changed places', () => {
		const [one, two, three] = makeChain(3) as [StoredLine, StoredLine, StoredLine];
		const swapped = [{ ...two, place: one.place }, { ...one, place: two.place }, three];
		expect(check(swapped)).toMatchObject({ kind: 'out-of-place', seq: 1 });
	});

	it('believes an anchor that was copied from paper by its beginning', () => {
		const lines = makeChain(3);
		const seal = lines[1]?.place?.seal.mac.slice(0, 16) ?? '';
		expect(check(lines, [{ seq: 2, seal }])).toBeNull();
		expect(check(lines, [{ seq: 2, seal: 'något helt annat' }])).toMatchObject({ kind: 'rewritten', seq: 2 });
	});
});
