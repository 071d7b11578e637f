import { say } from '../../model/message.ts';
import { FILE_START } from '../../model/position.ts';
import type { FindingRule } from './rule.ts';
import { nameOf } from './rule.ts';

/** `// @implements IP-1.1.1` on a declaration of which, by the line coverage, no line ever ran. */
export const notExecuted: FindingRule = {
  code: 'not-executed',
  check(file) {
    const told = new Set<number>();
    return file.references.flatMap(({ use, annotation, reference, resolution }) => {
      const declaration = annotation?.declaration;
      if (use !== 'implements' || !declaration || resolution.kind !== 'item' || told.has(declaration.range.start.line)) return [];
      const source = file.notExecuted(declaration);
      if (source === undefined) return [];
      told.add(declaration.range.start.line);
      const { item } = resolution;
      return [
        {
          range: reference.range,
          message: say(
            'No test executed {0}, which implements {1}. Test it, or move the annotation to the code that does the work',
            declaration.name,
            nameOf(item),
          ),
          item: item.key,
          related: [{ path: source, range: FILE_START, message: say('Line coverage says so') }],
        },
      ];
    });
  },
};
