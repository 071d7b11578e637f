import type { Annotation } from '../../model/facts.ts';
import type { Range } from '../../model/position.ts';
import type { FindingRule } from './rule.ts';
import { nameOf } from './rule.ts';

/** `// @implements IP-1.1.1` twice over the same function. */
export const duplicateLink: FindingRule = {
  code: 'duplicate-link',
  check: (file) => {
    const first = new Map<string, Range>();
    return file.references.flatMap(({ annotation, reference, resolution }) => {
      if (!annotation || resolution.kind !== 'item') return [];
      const { item } = resolution;
      const identity = JSON.stringify([annotation.kind, item.key, placeOf(annotation)]);
      const earlier = first.get(identity);
      if (!earlier) {
        first.set(identity, reference.range);
        return [];
      }
      const where = annotation.declaration ? `${annotation.declaration.name} already` : 'This line already';
      return [
        {
          range: reference.range,
          message: `${where} ${annotation.kind} ${nameOf(item)}; one annotation is enough`,
          item: item.key,
          related: [{ path: file.path, range: earlier, message: 'First said here' }],
        },
      ];
    });
  },
};

/** The declaration, or without one the line: two comments of a bare file are two places. */
function placeOf({ declaration, reference }: Annotation): unknown {
  return declaration ? [declaration.name, declaration.range] : reference.range.start.line;
}
