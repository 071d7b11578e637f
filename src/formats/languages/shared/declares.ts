import type { DeclarationPattern } from '../../carriers/code/declarationPattern.ts';

/** The name of a function or class in most languages, as a part of a pattern. */
export const NAME = String.raw`[\p{L}_$][\p{L}\p{N}_$]*`;
/** Words that begin a statement, so that `return f(` and `else if (` declare nothing. */
export const STATEMENT = String.raw`(?!(?:return|else|throw|new|if|for|while|switch|case|delete|await|yield|goto|using|import|package|assert|do|catch|until|unless|raise|foreach|elif|elsif|when|lock|typeof|sizeof|defer|go|select|echo|print)\b)`;
/** A string in any quotes as the title of a test; a backslash before a quote ends it only where it is the last of the line, as in `'C:\'`. */
export const QUOTED = String.raw`(?<quote>["'\x60])(?<title>(?:\\\k<quote>(?=.*\k<quote>)|(?!\k<quote>).)*)\k<quote>`;

type Examples = DeclarationPattern['examples'];

/** Types and modifiers, then a name and its opening parenthesis; a line that only calls has no type. */
export function typedFunction(examples: Examples): DeclarationPattern {
  return {
    pattern: String.raw`^\s*${STATEMENT}(?:[\p{L}\p{N}_<>[\],.?*&:~@$]+\s+)+[*&]*(?<fn>[\p{L}_~$][\p{L}\p{N}_~$:]*)\s*(?:<[^>]*>)?\(`,
    examples,
  };
}

/** A class or its like after any modifiers: `typed('class|struct', { 'public class Stock {': 'class Stock' })`. */
export function typed(words: string, examples: Examples): DeclarationPattern {
  return {
    pattern: String.raw`^\s*(?:[\p{L}_]+(?:\([^)]*\))?\s+)*?(?<type>${words})\s+(?:\([^)]*\)\s*)?(?<name>${NAME}(?:(?:::|\.)${NAME})*)`,
    examples,
  };
}

/** A function behind a word for it, after any modifiers: `worded('def', { 'def reserve(order):': 'reserve()' })`. */
export function worded(words: string, examples: Examples): DeclarationPattern {
  return {
    pattern: String.raw`^\s*(?:[\p{L}_]+(?:\([^)]*\))?\s+)*?(?:${words})\s+(?:\([^)]*\)\s*)?(?:<[^>]*>\s*)?(?:${NAME}\.)*(?<fn>[\p{L}_$][\p{L}\p{N}_$?!'-]*)`,
    examples,
  };
}

/** A test by its title: `titled('it|test', { "it('rejects', () => {": 'rejects' })`. */
export function titled(words: string, examples: Examples): DeclarationPattern {
  return { pattern: String.raw`^\s*(?:${NAME}\.)?(?:${words})(?:\.\w+)*\s*\(?\s*${QUOTED}`, examples };
}
