import { languages } from '../../formats/languages/registry.ts';

/**
 * The path that a text without one is read as, so that its language's comments are known: `untitled.py` for `python`. Most
 * language ids are endings themselves.
 */
export function untitledPath(languageId: string): string {
  return `untitled${languageId === 'markdown' ? '.md' : (languages.endingOf(languageId) ?? `.${languageId}`)}`;
}
