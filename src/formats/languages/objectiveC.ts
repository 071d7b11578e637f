import { doubleQuoted, slashes, stars } from '../carriers/code/commonRules.ts';
import { deadBranch } from '../carriers/code/lexical/deadBranch.ts';
import { cppRaw } from '../carriers/code/lexical/rawStrings.ts';
import { character } from '../carriers/code/rules.ts';
import { c } from './c.ts';
import type { Language } from './language.ts';

/** Objective-C and Objective-C++. */
export const objectiveC = {
  name: 'Objective-C',
  files: ['.m', '.mm'],
  editorIds: { 'objective-c': '.m', 'objective-cpp': '.mm' },
  syntax: { rules: [deadBranch, cppRaw, slashes, stars, doubleQuoted, character] },
  comments: c.comments,
  declarations: c.declarations,
  tests: { globs: c.tests.globs, titles: c.tests.titles, reported: { endings: ['.m', '.mm'] } },
} satisfies Language;
