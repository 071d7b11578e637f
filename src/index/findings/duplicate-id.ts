import { say } from '../../model/message.ts';
import { FILE_START } from '../../model/position.ts';
import type { FindingRule } from './rule.ts';

/**
 * Two documents with one key, as two front matters with `key: launch`: the first by path has it.
 * (The same id twice in one document is a problem of that file alone.)
 */
export const duplicateId: FindingRule = {
  code: 'duplicate-id',
  check: (file) => {
    const rival = file.keyRival();
    if (rival === undefined) return [];
    return [
      {
        range: FILE_START,
        message: say('The document key {0} is already that of {1}; give this document another', file.facts.documentKey ?? file.path, rival),
        related: [{ path: rival, range: FILE_START, message: say('The document that has the key') }],
      },
    ];
  },
};
