import { doubled } from '../carriers/code/commonRules.ts';
import { lineComment } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';

/** COBOL, in fixed and in free form. */
export const cobol = {
  name: 'COBOL',
  files: ['.cob', '.cbl', '.cpy', '.cobol'],
  editorIds: { cobol: '.cobol' },
  syntax: {
    rules: [
      lineComment('*>'),
      // In fixed form a star in column 7 makes the line a comment.
      {
        first: '*',
        match: (scan, at) =>
          /(?:^|[\n\r])[^\n\r]{6}$/u.test(scan.text.slice(Math.max(0, at - 7), at)) ? lineComment('*').match(scan, at) : undefined,
      },
      doubled('"'),
      doubled("'"),
    ],
  },
  comments: ['*> …'],
} satisfies Language;
