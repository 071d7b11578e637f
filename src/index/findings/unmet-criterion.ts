import type { Item } from '../../model/item.ts';
import type { LinkKind } from '../../model/status.ts';
import type { CheckedFile, FindingRule } from './rule.ts';
import { MOST_LISTED, nameOf } from './rule.ts';

/** A criterion, or a requirement without criteria, that lacks a link which it needs. */
export const unmetCriterion: FindingRule = {
  code: 'unmet-criterion',
  check: (file) =>
    unitsOf(file).flatMap((item) => {
      const { status, missing, links } = file.coverage(item);
      if (status !== 'unmet' && status !== 'partial') return [];
      return [
        {
          range: item.facts.nameRange,
          message: `${nameOf(item)} is ${status === 'unmet' ? 'not met' : 'met in part only'}: ${lacks(missing)}`,
          item: item.key,
          related: links.slice(0, MOST_LISTED).map(({ path, kind, annotation }) => {
            const message = kind === 'implements' ? 'Implemented here' : 'Verified here';
            return { path, range: annotation.reference.range, message };
          }),
        },
      ];
    }),
};

/** What is met or not: criteria, and requirements without criteria. */
export function unitsOf(file: CheckedFile): readonly Item[] {
  return file.requirements.flatMap((requirement): readonly Item[] => (requirement.criteria.length ? requirement.criteria : [requirement]));
}

/** `lacks(['implements', 'verifies'])` is `nothing implements it and no test verifies it`. */
export function lacks(missing: readonly LinkKind[]): string {
  const parts = { implements: 'nothing implements it', verifies: 'no test verifies it' };
  return missing.map((kind) => parts[kind]).join(' and ');
}
