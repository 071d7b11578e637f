import { dashes, doubleQuoted, haskellComment } from '../carriers/code/commonRules.ts';
import type { Language } from './language.ts';

/** Dhall. */
export const dhall = {
  name: 'Dhall',
  files: ['.dhall'],
  editorIds: { dhall: '.dhall' },
  syntax: { rules: [haskellComment, dashes, doubleQuoted] },
  comments: ['-- …', '{- … -}'],
} satisfies Language;
