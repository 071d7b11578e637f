import { doubleQuoted, singleQuoted, slashes, stars } from '../carriers/code/commonRules.ts';
import type { Language } from './language.ts';

/** JSON where comments are allowed. */
export const jsonWithComments = {
  name: 'JSON with comments',
  files: ['.jsonc', '.json5', '.code-workspace'],
  editorIds: { jsonc: '.jsonc', json5: '.json5' },
  syntax: { rules: [slashes, stars, doubleQuoted, singleQuoted] },
  comments: ['// …', '/* … */'],
} satisfies Language;
