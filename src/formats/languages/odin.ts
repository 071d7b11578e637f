import { nestingCLike, rawBackticks } from '../carriers/code/commonRules.ts';
import type { Language } from './language.ts';

/** Odin and Jai. */
export const odin = {
  name: 'Odin',
  files: ['.odin', '.jai'],
  syntax: nestingCLike(rawBackticks),
  comments: ['// …', '/* … */'],
} satisfies Language;
