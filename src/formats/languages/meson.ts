import { anyHash, singleQuoted } from '../carriers/code/commonRules.ts';
import { quoted } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';

/** Meson. */
export const meson = {
  name: 'Meson',
  files: ['meson.build', 'meson_options.txt', 'meson.options'],
  syntax: { rules: [anyHash, quoted("'''", "'''", { multiline: true }), singleQuoted] },
  comments: ['# …'],
  declarations: [{ pattern: String.raw`^\s*(?:test|benchmark)\s*\(\s*'(?<title>[^']+)'`, examples: { "test('adds', exe)": 'adds' } }],
} satisfies Language;
