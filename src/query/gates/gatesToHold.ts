import type { Gate } from '../../model/gate.ts';
import type { Comparison } from '../diff/comparison.ts';

/**
 * The gates that a branch has to hold: those of its base, as they are written there unless they say that a branch is judged by its own (`rules: head`), and
 * what it adds to them.
 */
export function gatesToHold({ base, head }: Pick<Comparison, 'base' | 'head'>): Readonly<Record<string, Gate>> {
  const before = base.configuration.gates;
  const after = head.configuration.gates;
  const kept = Object.entries(before).filter(([name, gate]) => gate.rules === undefined || !Object.hasOwn(after, name));
  return { ...after, ...Object.fromEntries(kept) };
}
