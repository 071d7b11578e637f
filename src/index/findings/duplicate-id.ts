import { say } from '../../model/message.ts';
import { FILE_START } from '../../model/position.ts';
import { plannedButThere } from './proposed.ts';
import type { FindingRule } from './rule.ts';

/**
 * Two documents with one key, as two front matters with `key: launch`: the first by path has it.
 * So it is with one id in two documents of a namespace. (The same id twice in one document is a problem of that file alone.)
 */
export const duplicateId: FindingRule = {
  code: 'duplicate-id',
  check: (file) => {
    const rivals = file.rivals().map(({ facts, path }) => ({
      range: facts.nameRange,
      // Plans of several years may number their stories anew; that is worth a word, and breaks nothing.
      ...(facts.place && { atMost: 'warning' as const }),
      message: say(
        '{0} is defined in {1} already, which is of the same namespace; give this one another ID',
        facts.shown ?? facts.localId,
        path,
      ),
      related: [{ path, range: FILE_START, message: say('The document that has the ID') }],
    }));
    const twice = [...rivals, ...plannedButThere(file)];
    const rival = file.keyRival();
    if (rival === undefined) return twice;
    return [
      ...twice,
      {
        range: FILE_START,
        message: say('The document key {0} is already that of {1}; give this document another', file.facts.documentKey ?? file.path, rival),
        related: [{ path: rival, range: FILE_START, message: say('The document that has the key') }],
      },
    ];
  },
};
