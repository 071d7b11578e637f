import { rangeAt } from '../../model/position.ts';
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
    const range = rangeAt(0, 0, 0);
    return [
      {
        range,
        message: `The document key ${file.facts.documentKey ?? file.path} is already that of ${rival}; give this document another`,
        related: [{ path: rival, range, message: 'The document that has the key' }],
      },
    ];
  },
};
