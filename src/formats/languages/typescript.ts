import { javascript } from './javascript.ts';
import type { Language } from './language.ts';
import { javascriptSkeleton } from './skeletons/javascript.ts';

/** TypeScript, which is read and tested as JavaScript is. */
export const typescript = {
  name: 'TypeScript',
  files: ['.ts', '.mts', '.cts', '.tsx'],
  editorIds: { typescript: '.ts', typescriptreact: '.tsx' },
  syntax: javascript.syntax,
  comments: javascript.comments,
  declarations: javascript.declarations,
  members: javascript.members,
  tests: {
    globs: javascript.tests.globs,
    titles: javascript.tests.titles,
    reported: { endings: ['.ts', '.tsx', '.mts', '.mtsx', '.cts', '.ctsx'] },
    skeleton: javascriptSkeleton(['.ts', '.tsx', '.mts', '.cts']),
  },
} satisfies Language;
