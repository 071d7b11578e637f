import { say } from '../../model/message.ts';
import type { FindingRule } from './rule.ts';
import { unknown } from './unknown-reference.ts';

/** A waiver of something that no document defines. (One that cannot be read is a problem of its file alone.) */
export const invalidWaiver: FindingRule = {
  code: 'invalid-waiver',
  check: (file) =>
    file.references
      .filter(({ use }) => use === 'waives')
      .flatMap((checked) => unknown(file, checked))
      .map((draft) => ({ ...draft, message: say('This waiver has no effect: {0}', draft.message) })),
};
