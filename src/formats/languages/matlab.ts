import { doubled } from '../carriers/code/commonRules.ts';
import { lineBlock, lineComment, quoted } from '../carriers/code/rules.ts';
import { fortran } from './fortran.ts';
import type { Language } from './language.ts';

const MATLAB_LINE = /^[ \t]*(?:%|function\b|classdef\b)/m;
const OBJECTIVE_C_LINE = /^[ \t]*(?:#[ \t]*(?:import|include|pragma)|@(?:interface|implementation|import|protocol)|\/[/*])/m;

/** MATLAB and Octave, whose `.m` is told apart from Objective-C by its contents. */
export const matlab = {
  name: 'MATLAB',
  files: ['.matlab'],
  byText: { ending: '.m', fits: (text) => MATLAB_LINE.test(text) && !OBJECTIVE_C_LINE.test(text) },
  editorIds: { matlab: '.matlab' },
  syntax: {
    rules: [lineBlock('%{', '%}'), lineComment('%'), doubled('"'), quoted("'", "'", { escape: 'double', where: 'word-start' })],
  },
  comments: ['% …'],
  declarations: fortran.declarations,
} satisfies Language;
