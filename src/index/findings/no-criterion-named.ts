import type { FindingRule } from './rule.ts';
import { changeTo, MOST_LISTED, nameOf } from './rule.ts';

/** `@verifies IP-1.1.1` where IP-1.1.1 has criteria: a test proves the criteria that it names. */
export const noCriterionNamed: FindingRule = {
  code: 'no-criterion-named',
  check: (file) =>
    file.references.flatMap((checked) => {
      const { annotation, reference, resolution } = checked;
      if (!annotation || resolution.kind !== 'item' || file.configuration.inherit.includes(annotation.kind)) return [];
      const { item } = resolution;
      if (item.type !== 'requirement') return [];
      const [first] = item.criteria;
      if (!first) return [];
      return [
        {
          range: reference.range,
          message: `${nameOf(item)} has ${countOf(item.criteria.length)}, and none is named here; name what this ${annotation.kind}, such as ${file.referenceTo(first)}`,
          item: item.key,
          related: [file.place(item, `${nameOf(item)} is defined here`)],
          fixes: item.criteria
            .slice(0, MOST_LISTED)
            .flatMap((criterion) => changeTo(checked, file.referenceTo(criterion), item.criteria.length === 1)),
        },
      ];
    }),
};

function countOf(criteria: number): string {
  return criteria === 1 ? 'one criterion' : `${criteria} criteria`;
}
