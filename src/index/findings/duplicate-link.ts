import type { Annotation } from '../../model/facts.ts';
import type { Message, MessageValue } from '../../model/message.ts';
import { say } from '../../model/message.ts';
import type { Range } from '../../model/position.ts';
import type { FindingRule } from './rule.ts';
import { nameOf } from './rule.ts';

/** `// @implements IP-1.1.1` twice over the same function. */
export const duplicateLink: FindingRule = {
  code: 'duplicate-link',
  check: (file) => {
    const first = new Map<string, Range>();
    return file.references.flatMap(({ annotation, reference, resolution, use }) => {
      if (!annotation || use === 'plans' || resolution.kind !== 'item') return [];
      const { item } = resolution;
      const identity = JSON.stringify([annotation.kind, item.key, placeOf(annotation)]);
      const earlier = first.get(identity);
      if (!earlier) {
        first.set(identity, reference.range);
        return [];
      }
      return [
        {
          range: reference.range,
          message: saidTwice(annotation, nameOf(item)),
          item: item.key,
          related: [{ path: file.path, range: earlier, message: say('First annotation') }],
        },
      ];
    });
  },
};

function saidTwice({ declaration, kind }: Annotation, item: MessageValue): Message {
  if (kind === 'implements') {
    return declaration
      ? say('Duplicate annotation: {0} already implements {1}', declaration.name, item)
      : say('Duplicate annotation: This line already implements {0}', item);
  }
  return declaration
    ? say('Duplicate annotation: {0} already verifies {1}', declaration.name, item)
    : say('Duplicate annotation: This line already verifies {0}', item);
}

/** The declaration, or without one the line: two comments of a bare file are two places. */
function placeOf({ declaration, reference }: Annotation): unknown {
  return declaration ? [declaration.name, declaration.range] : reference.range.start.line;
}
