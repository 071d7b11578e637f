import { lineComment } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';

/** Properties of Java and environment files. */
export const properties = {
  name: 'Properties',
  files: ['.properties', '.env'],
  editorIds: { properties: '.properties' },
  syntax: { rules: [lineComment('#', 'line-start'), lineComment('!', 'line-start')] },
  comments: ['# …', '! …'],
} satisfies Language;
