import { longDoubleQuoted, mlComment, slashes, triple } from '../carriers/code/commonRules.ts';
import { csharpVerbatim } from '../carriers/code/lexical/rawStrings.ts';
import { character, quoted } from '../carriers/code/rules.ts';
import { haskell } from './haskell.ts';
import type { Language } from './language.ts';
import { DOTNET_FOLDERS, DOTNET_TESTS } from './shared/testGlobs.ts';

/** F#. */
export const fsharp = {
  name: 'F#',
  files: ['.fs', '.fsi', '.fsx'],
  editorIds: { fsharp: '.fs' },
  syntax: {
    rules: [slashes, mlComment, triple(), quoted('``', '``', { escape: 'none' }), csharpVerbatim, longDoubleQuoted, character],
  },
  comments: ['// …', '(* … *)'],
  declarations: haskell.declarations,
  tests: { globs: [DOTNET_TESTS, DOTNET_FOLDERS], titles: haskell.tests.titles, reported: { endings: ['.fs'] } },
} satisfies Language;
