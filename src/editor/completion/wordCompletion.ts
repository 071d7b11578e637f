import type { CompletionItem, CompletionList } from 'vscode-languageserver-types';
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Extractor } from '../../formats/extraction/extract.ts';
import type { TypedWords, Typing } from '../../formats/notation/typing.ts';
import type { Position, Range } from '../../model/position.ts';
import { comparePositions, rangeAt } from '../../model/position.ts';
import { localised } from '../../text/words/localised.ts';
import type { Line, OpenText } from './completionContext.ts';
import { lineAt, probeAt } from './completionContext.ts';
import { lspRange } from '../place.ts';

const WORD = /^[a-z]*/u;
/** What can be before a keyword in a comment: nothing but space, or the mark of a comment somewhere. */
const MAY_BE_COMMENT = /^\s*$|[/#*;%!'"(<{-]|\brem\b|^\s*[cC]\s/u;

/**
 * Words that are not references, as the notations have them: the keywords behind an `@` in a comment, the kinds of link in
 * `**Needs**:`. Undefined where none is being written; the line alone decides that nearly everywhere.
 */
export function wordCompletion(text: OpenText, position: Position, extractor: Extractor): CompletionList | undefined {
  const line = lineAt(text, position);
  if (!line) return undefined;
  const role = extractor.roleOf(text.path);
  for (const { ids } of extractor.notations) {
    const { typing } = ids;
    for (const words of typing?.words ?? []) {
      const list = typing && words.roles.includes(role) ? proposed(words, typing, { text, position, ...line }, extractor) : undefined;
      if (list) return list;
    }
  }
  return undefined;
}

interface Cursor extends Line {
  readonly text: OpenText;
  readonly position: Position;
}

function proposed(
  words: TypedWords,
  typing: Typing,
  { text, position: { line, character }, before, after }: Cursor,
  extractor: Extractor,
): CompletionList | undefined {
  const typed = words.before.exec(before)?.at(-1);
  if (typed === undefined) return undefined;
  const rest = WORD.exec(after)?.[0].length ?? 0;
  const range = rangeAt(line, character - typed.length - words.mark.length, character + rest);
  const { probe } = words;
  if (probe === undefined) return listOf(words, range, '');
  if (!MAY_BE_COMMENT.test(before.slice(0, range.start.character)) || !Object.keys(words.words).some((word) => word.startsWith(typed)))
    return undefined;
  const { references } = probeAt(text, range, `${probe}${typing.probe} `, extractor);
  const behind = { line, character: range.start.character + probe.length };
  const isComment = references.some((reference) => comparePositions(reference.range.start, behind) === 0);
  return isComment ? listOf(words, range, /^\s/u.test(after.slice(rest)) ? '' : ' ') : undefined;
}

function listOf({ words, mark }: TypedWords, range: Range, tail: string): CompletionList {
  const items = Object.entries(words).map(([word, documentation], index): CompletionItem => ({
    label: mark + word,
    kind: CompletionItemKind.Keyword,
    documentation: { kind: 'markdown', value: localised(documentation) },
    sortText: String(index),
    filterText: mark + word,
    textEdit: { range: lspRange(range), newText: mark + word + tail },
  }));
  return { isIncomplete: false, items };
}
