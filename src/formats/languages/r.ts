import { anyHash, longDoubleQuoted } from '../carriers/code/commonRules.ts';
import { quoted } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';
import { calls } from './shared/calls.ts';
import { QUOTED } from './shared/declares.ts';

const CALLS = 'test_that|describe|it';

/** R. */
export const r = {
  name: 'R',
  files: ['.r', '.rmd', '.rprofile'],
  editorIds: { r: '.r' },
  syntax: { rules: [anyHash, longDoubleQuoted, quoted("'", "'", { multiline: true })] },
  comments: ['# …'],
  declarations: [
    {
      pattern: String.raw`^\s*(?:${CALLS})\(\s*${QUOTED}`,
      examples: { 'test_that("rejects an empty order", {': 'rejects an empty order' },
    },
    {
      pattern: String.raw`^\s*(?<fn>[\p{L}.][\p{L}\p{N}_.]*)\s*(?:<-|=)\s*function\b`,
      examples: { 'reserve.stock <- function(order) {': 'reserve.stock()' },
    },
    { pattern: String.raw`^\s*(?<other>[\p{L}.][\p{L}\p{N}_.]*)\s*<-`, examples: { 'limit <- 3': 'limit' } },
  ],
  tests: {
    globs: ['**/testthat/**'],
    titles: { calls: calls(CALLS, '', ['test_that', 'it']) },
    reported: { endings: ['.r'] },
  },
} satisfies Language;
