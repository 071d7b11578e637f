import { doubleQuoted, singleQuoted, slashes, stars } from '../carriers/code/commonRules.ts';
import { blockComment } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';
import { pascal } from './pascal.ts';

/** Structured Text of programmable controllers (IEC 61131-3). */
export const structuredText = {
  name: 'Structured Text',
  files: ['.st', '.iecst', '.scl'],
  syntax: { rules: [slashes, blockComment('(*', '*)', true), stars, doubleQuoted, singleQuoted] },
  comments: ['// …', '/* … */', '(* … *)'],
  declarations: pascal.declarations,
} satisfies Language;
