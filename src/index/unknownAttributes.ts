import type { WrittenCondition } from '../model/attributeCondition.ts';
import type { RequirementItem } from '../model/item.ts';
import { editDistance } from '../text/editDistance.ts';
import { sameWords } from './coverage/conditions.ts';

/** A condition on an attribute that no item has, with the name that was probably meant. */
export interface UnknownAttribute {
  readonly condition: WrittenCondition;
  readonly near: string | undefined;
}

/** So much may differ: a letter of three, two of longer names. */
const MOST_DIFFERENCE = 2;

// @implements RT-4.2/AC29
/** Conditions of reqtrace.yaml on attributes that no item has: such a condition never holds, and a typo in it would be noticed by nobody. */
export function unknownAttributes(
  conditions: readonly WrittenCondition[],
  requirements: Iterable<RequirementItem>,
): readonly UnknownAttribute[] {
  if (conditions.length === 0) return [];
  const left = new Set(conditions);
  const names = new Set<string>();
  for (const { facts, criteria } of requirements) {
    for (const { attributes } of [facts, ...criteria.map((criterion) => criterion.facts)])
      for (const { name } of attributes) {
        if (names.has(name)) continue;
        names.add(name);
        for (const condition of left) if (sameWords(condition.name, name)) left.delete(condition);
      }
    if (left.size === 0) return [];
  }
  return [...left].map((condition) => ({ condition, near: nearest(condition.name, names) }));
}

function nearest(name: string, names: ReadonlySet<string>): string | undefined {
  const limit = Math.min(MOST_DIFFERENCE, Math.floor(name.length / 3));
  const distance = (other: string): number => editDistance(name.toLowerCase(), other.toLowerCase(), limit);
  return [...names].filter((other) => distance(other) <= limit).sort((a, b) => distance(a) - distance(b) || (a < b ? -1 : 1))[0];
}
