import { COMMON_WORDS } from '../../notation/commonWords.ts';
import type { NotationWriter } from '../../notation/notation.ts';

/** spec-kit has no words for code, so that an item is annotated in those of the house; ids of a specification are bold or are before a colon. */
export const write: NotationWriter = {
  annotation: (kind, reference) => `@${kind} ${reference}`,
  waiver: COMMON_WORDS.waiver,
  revise: COMMON_WORDS.revise,
  definition: (id) => ({ before: `${id}: `, behind: '' }),
};

/** A name as the text that it takes the place of is written: for `[US1]` `US5`, for `User Story 1` `User Story 5`, for the `2` of `US1.2` the number alone. */
export function rewritten(name: string, before: string): string {
  const number = /-?(?<number>\d.*)$/u.exec(name)?.groups?.['number'] ?? '';
  if (/^\d/u.test(before)) return name.replace(/^AC/u, '');
  const lead = /^(?<lead>.*?)-?\d[\w.-]*$/u.exec(before)?.groups?.['lead'] ?? '';
  if (name.startsWith('US-') && !/^[A-Z-]*$/u.test(lead)) return `${lead}${number}`;
  const isShort = !before.includes('-') && lead !== '' && name.startsWith(`${lead}-`);
  return isShort ? `${lead}${number}` : name;
}
