import { COMMON_WORDS } from '../../notation/commonWords.ts';
import type { Notation } from '../../notation/notation.ts';
import { readFeature } from './readFeature.ts';

/**
 * Feature files of Cucumber and its like, read as requirements where a project asks for that by name. They are tests as well, as everywhere: their tags
 * are read by the house.
 */
export const gherkin = {
  name: 'gherkin',
  onRequest: true,
  files: [{ glob: '**/*.feature', carrier: 'code', part: 'spec', namespace: 'file' }],
  ids: { normal: (id) => id, isName: (name) => /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u.test(name) },
  needles: [],
  // Keywords of a language that is named may be anything, of Emoji signs.
  hints: (text) => /^[^\S\n]*(?:\p{L}[\p{L}' ]{0,40}:|#[^\S\n]*language[^\S\n]*:)/mu.test(text),
  readCode: readFeature,
  write: {
    annotation: (kind, reference) => `@${kind} ${reference}`,
    waiver: COMMON_WORDS.waiver,
    revise: COMMON_WORDS.revise,
  },
} satisfies Notation;
