import { dashes, doubled, stars } from '../carriers/code/commonRules.ts';
import { character } from '../carriers/code/rules.ts';
import { ada } from './ada.ts';
import type { Language } from './language.ts';
import { TEST_BEHIND } from './shared/testGlobs.ts';

/** VHDL. */
export const vhdl = {
  name: 'VHDL',
  files: ['.vhd', '.vhdl'],
  editorIds: { vhdl: '.vhdl' },
  syntax: { rules: [dashes, stars, doubled('"'), character] },
  comments: ['-- …', '/* … */'],
  declarations: ada.declarations,
  tests: { globs: [TEST_BEHIND] },
} satisfies Language;
