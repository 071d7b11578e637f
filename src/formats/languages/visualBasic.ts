import { doubled } from '../carriers/code/commonRules.ts';
import { lineComment, wordComment } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';
import { DOTNET_FOLDERS, DOTNET_TESTS } from './shared/testGlobs.ts';

/** Visual Basic, old and new. */
export const visualBasic = {
  name: 'Visual Basic',
  files: ['.vb', '.vbs', '.bas', '.frm'],
  editorIds: { vb: '.vb' },
  syntax: { rules: [lineComment("'"), wordComment('rem'), doubled('"')] },
  comments: ["' …", 'REM …'],
  tests: { globs: [DOTNET_TESTS, DOTNET_FOLDERS], reported: { endings: ['.vb'] } },
} satisfies Language;
