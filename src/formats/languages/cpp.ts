import { cLike } from '../carriers/code/commonRules.ts';
import { deadBranch } from '../carriers/code/lexical/deadBranch.ts';
import { cppRaw } from '../carriers/code/lexical/rawStrings.ts';
import { c } from './c.ts';
import type { Language } from './language.ts';

/** C++, Arduino included. */
export const cpp = {
  name: 'C++',
  files: ['.cc', '.cpp', '.cxx', '.c++', '.hh', '.hpp', '.hxx', '.h++', '.ipp', '.inl', '.tpp', '.cppm', '.ixx', '.ino'],
  editorIds: { cpp: '.cpp' },
  syntax: cLike(deadBranch, cppRaw),
  comments: c.comments,
  declarations: c.declarations,
  members: c.members,
  sections: c.sections,
  tests: { globs: c.tests.globs, titles: c.tests.titles, reported: { endings: ['.cc', '.cpp', '.cxx'] } },
} satisfies Language;
