import { doubleQuoted, singleQuoted, stars } from '../carriers/code/commonRules.ts';
import type { Language } from './language.ts';

/** CSS. */
export const css = {
  name: 'CSS',
  files: ['.css', '.pcss'],
  editorIds: { css: '.css' },
  syntax: { rules: [stars, doubleQuoted, singleQuoted] },
  comments: ['/* … */'],
} satisfies Language;
