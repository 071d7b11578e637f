import { doubleQuoted, hash, triple } from '../carriers/code/commonRules.ts';
import { quoted } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';

/** TOML. */
export const toml = {
  name: 'TOML',
  files: ['.toml', 'pipfile', 'cargo.lock', 'poetry.lock'],
  editorIds: { toml: '.toml' },
  syntax: {
    rules: [hash, triple(), quoted("'''", "'''", { escape: 'none', multiline: true }), doubleQuoted, quoted("'", "'", { escape: 'none' })],
  },
  comments: ['# …'],
} satisfies Language;
