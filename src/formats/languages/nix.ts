import { anyHash, longDoubleQuoted, stars } from '../carriers/code/commonRules.ts';
import { quoted } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';

/** Nix. */
export const nix = {
  name: 'Nix',
  files: ['.nix'],
  editorIds: { nix: '.nix' },
  syntax: { rules: [anyHash, stars, quoted("''", "''", { escape: 'none', multiline: true }), longDoubleQuoted] },
  comments: ['# …', '/* … */'],
} satisfies Language;
