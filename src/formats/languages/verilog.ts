import { doubleQuoted, slashes, stars } from '../carriers/code/commonRules.ts';
import { fortran } from './fortran.ts';
import type { Language } from './language.ts';
import { TEST_BEHIND } from './shared/testGlobs.ts';

/** Verilog and SystemVerilog. */
export const verilog = {
  name: 'Verilog',
  files: ['.v', '.vh', '.sv', '.svh'],
  syntax: { rules: [slashes, stars, doubleQuoted] },
  comments: ['// …', '/* … */'],
  declarations: fortran.declarations,
  tests: { globs: [TEST_BEHIND] },
} satisfies Language;
