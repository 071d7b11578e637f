import { plainHash } from '../carriers/code/commonRules.ts';
import type { Language } from './language.ts';

/** Puppet. */
export const puppet = {
  name: 'Puppet',
  files: ['.pp'],
  syntax: plainHash,
  comments: ['# …'],
} satisfies Language;
