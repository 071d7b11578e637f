import { longDoubleQuoted } from '../carriers/code/commonRules.ts';
import { escapedCharacter } from '../carriers/code/lexical/shell.ts';
import { blockComment, lineComment } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';
import { QUOTED } from './shared/declares.ts';

const CALLS = 'testing|describe|it';

/** Common Lisp and Emacs Lisp. */
export const commonLisp = {
  name: 'Common Lisp',
  files: ['.lisp', '.lsp', '.cl', '.el', '.asd'],
  editorIds: { lisp: '.lisp' },
  syntax: { rules: [escapedCharacter, blockComment('#|', '|#', true), lineComment(';'), longDoubleQuoted] },
  comments: [';; …'],
  declarations: [
    {
      pattern: String.raw`^\s*\((?:defun|defn-?|defmacro|defmethod|defgeneric|define|deftest|cl-defun)\s+\(?(?<fn>[^\s()]+)`,
      examples: { '(defn reserve [order]': 'reserve()', '(define (reserve order)': 'reserve()' },
    },
    { pattern: String.raw`^\s*\((?:${CALLS})\s+${QUOTED}`, examples: { '(testing "rejects an empty order"': 'rejects an empty order' } },
    {
      pattern: String.raw`^\s*\((?<type>defclass|defrecord|defprotocol|defstruct|ns)\s+(?<name>[^\s()]+)`,
      examples: { '(defrecord Stock [a])': 'defrecord Stock', '(ns shop.stock': 'ns shop.stock' },
    },
    {
      pattern: String.raw`^\s*\((?:def|defvar|defparameter|defconstant)\s+(?<other>[^\s()]+)`,
      examples: { '(defvar *limit* 3)': '*limit*' },
    },
  ],
  tests: {
    titles: {
      title: {
        pattern: new RegExp(String.raw`\(\s*(?:${CALLS}|deftest|test|should)\s+$`, 'u'),
        fits: ['(testing ', '( it '],
        misses: ['(is ', 'it '],
      },
    },
  },
} satisfies Language;
