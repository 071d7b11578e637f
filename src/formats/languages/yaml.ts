import { hash } from '../carriers/code/commonRules.ts';
import { quoted } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';

/** YAML. */
export const yaml = {
  name: 'YAML',
  files: ['.yml', '.yaml', '.clang-format', '.clang-tidy'],
  editorIds: { yaml: '.yaml' },
  syntax: {
    rules: [hash, quoted('"', '"', { where: 'value-start' }), quoted("'", "'", { escape: 'double', where: 'value-start' })],
  },
  comments: ['# …'],
} satisfies Language;
