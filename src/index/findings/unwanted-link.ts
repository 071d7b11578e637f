import type { Item } from '../../model/item.ts';
import { requirementOf } from '../../model/item.ts';
import { satisfies } from '../../model/linkKind.ts';
import type { LinkKind } from '../../model/linkKind.ts';
import type { Message } from '../../model/message.ts';
import { inARow, say } from '../../model/message.ts';
import { hasLevels } from '../coverage/levels.ts';
import type { CheckedReference, FindingRule } from './rule.ts';
import { nameOf } from './rule.ts';

/** `[utest->dsn~boil~1]` where `dsn~boil` says that it needs `impl` and nothing else: the link meets nothing. */
export const unwantedLink: FindingRule = {
  code: 'unwanted-link',
  check: (file) =>
    file.references.flatMap((checked) => {
      const { resolution, reference } = checked;
      if (resolution.kind !== 'item') return [];
      const { item } = resolution;
      const needs = writtenNeeds(item);
      const kind = kindOf(checked);
      const { kinds } = file.configuration;
      if (!needs || kind === undefined || !hasLevels(requirementOf(item), needs, kinds)) return [];
      if (needs.some((need) => satisfies(kinds, kind, need))) return [];
      return [
        {
          range: reference.range,
          message: notNeeded(item, kind, needs),
          item: item.key,
          related: [file.place(item, say('Definition of {0}', nameOf(item)))],
        },
      ];
    }),
};

/** What the item says itself that it needs; undefined where only the project says so, or where it needs nothing any more. */
function writtenNeeds(item: Item): readonly LinkKind[] | undefined {
  const requirement = requirementOf(item);
  return item.facts.exempt || requirement.facts.exempt ? undefined : (item.facts.needs ?? requirement.facts.needs);
}

/** What a link is for its item: the kind of an annotation, the artifact type of a lower requirement; undefined for what claims nothing. */
function kindOf({ use, annotation, lower }: CheckedReference): LinkKind | undefined {
  if (use === 'covers') return lower?.facts.exempt ? undefined : (lower?.facts.kind ?? (lower && 'covers'));
  return use === 'implements' || use === 'verifies' ? annotation?.kind : undefined;
}

function notNeeded(item: Item, kind: LinkKind, needs: readonly LinkKind[]): Message {
  return needs.length === 0
    ? say('{0} does not need anything, so this link ({1}) does not count', nameOf(item), kind)
    : say('{0} does not need this link ({1}), which does not count. It needs {2}', nameOf(item), kind, inARow(needs));
}
