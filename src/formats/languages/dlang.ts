import { cLike, rawBackticks } from '../carriers/code/commonRules.ts';
import { rawAfter } from '../carriers/code/lexical/rawStrings.ts';
import { blockComment } from '../carriers/code/rules.ts';
import { c } from './c.ts';
import type { Language } from './language.ts';

/** D. */
export const dlang = {
  name: 'D',
  files: ['.d', '.di'],
  editorIds: { d: '.d' },
  syntax: cLike(blockComment('/+', '+/', true), rawBackticks, rawAfter('r', '"', true)),
  comments: c.comments,
  declarations: c.declarations,
  tests: { titles: c.tests.titles },
} satisfies Language;
