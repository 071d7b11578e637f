import type { RequirementItem } from '../../model/item.ts';
import type { Message, MessageValue } from '../../model/message.ts';
import { say } from '../../model/message.ts';
import type { LinkKind } from '../../model/linkKind.ts';
import type { FindingRule } from './rule.ts';
import { changeTo, MOST_LISTED, nameOf } from './rule.ts';

/** `@verifies IP-1.1.1` where IP-1.1.1 has criteria: a test proves the criteria that it names. */
export const noCriterionNamed: FindingRule = {
  code: 'no-criterion-named',
  check: (file) =>
    file.references.flatMap((checked) => {
      const { annotation, reference, resolution, use } = checked;
      // A task may well plan a requirement as a whole.
      if (!annotation || use === 'plans' || resolution.kind !== 'item' || file.configuration.inherit.includes(annotation.kind)) return [];
      const { item } = resolution;
      if (item.type !== 'requirement') return [];
      // Before it is known whether there is anything to say, since that changes with the item.
      const definition = file.place(item, say('{0} is defined here', nameOf(item)));
      const [first] = item.criteria;
      if (!first) return [];
      return [
        {
          range: reference.range,
          message: nothingNamed(annotation.kind, item, nameOf(item), file.referenceTo(first)),
          item: item.key,
          related: [definition],
          fixes: item.criteria
            .slice(0, MOST_LISTED)
            .flatMap((criterion) => changeTo(file, checked, file.referenceTo(criterion), item.criteria.length === 1)),
        },
      ];
    }),
};

function nothingNamed(kind: LinkKind, { criteria }: RequirementItem, requirement: MessageValue, example: string): Message {
  const { length } = criteria;
  if (kind === 'implements') {
    return length === 1
      ? say('{0} has one criterion, and none is named here; name what this implements, such as {1}', requirement, example)
      : say('{0} has {1} criteria, and none is named here; name what this implements, such as {2}', requirement, length, example);
  }
  return length === 1
    ? say('{0} has one criterion, and none is named here; name what this verifies, such as {1}', requirement, example)
    : say('This test names {0} but none of its {1} criteria. Name the ones it verifies, for example {2}', requirement, length, example);
}
