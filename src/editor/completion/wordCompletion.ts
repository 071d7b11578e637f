import type { CompletionItem, CompletionList } from 'vscode-languageserver-types';
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Extractor } from '../../formats/extract.ts';
import type { Message } from '../../model/message.ts';
import { say } from '../../model/message.ts';
import type { Position, Range } from '../../model/position.ts';
import { comparePositions, rangeAt } from '../../model/position.ts';
import { localised } from '../../text/words/localised.ts';
import type { OpenText } from './completionContext.ts';
import { lineAt, probeAt } from './completionContext.ts';
import { lspRange } from '../place.ts';

/** The keywords of annotations, and what each says. */
const KEYWORDS: Readonly<Record<string, Message>> = {
  implements: say('This code implements a requirement or a criterion: `@implements IP-1.1.1`'),
  verifies: say('This test verifies a criterion: `@verifies IP-1.1.1/AC2`'),
  req: say('In a test like `@verifies`, in other code like `@implements`'),
  waives: say('An accepted gap, with its reason: `@waives IP-1.2.1/AC4: measured by hand until 2027-03-31`'),
};

/** Values of `**Needs**:` in a document. */
const NEEDS: Readonly<Record<string, Message>> = {
  implements: say('Code has to implement it'),
  verifies: say('A test has to verify it'),
  none: say('It needs nothing, and is exempt'),
};

/** Stands for a keyword that is not written yet, to see what the reader makes of it. */
const PROBE_KEYWORD = '@implements ';
/** An `@` that may begin a keyword, with as much of it as is typed. */
const AT_KEYWORD = /(?<![\p{L}\p{N}_@\\])@([a-z]{0,10})$/u;
const WORD = /^[a-z]*/u;
/** What can stand before a keyword in a comment: nothing but space, or the mark of a comment somewhere. */
const MAY_BE_COMMENT = /^\s*$|[/#*;%!'"(<{-]|\brem\b|^\s*[cC]\s/u;
const NEEDS_LINE = /^\s*(?:[-*+]\s+)?(?:\*\*|__)Needs(?::\s*(?:\*\*|__)|(?:\*\*|__)\s*:)\s*(?:[a-z]+\s*,\s*)*([a-z]{0,20})$/iu;

/**
 * Words that are no references: the keywords behind an `@` in a comment, the kinds of link in `**Needs**:`. Undefined where
 * neither is being written; the line alone decides that nearly everywhere.
 */
export function wordCompletion(text: OpenText, position: Position, extractor: Extractor): CompletionList | undefined {
  const line = lineAt(text, position);
  if (!line) return undefined;
  const { before } = line;
  const rest = WORD.exec(line.after)?.[0].length ?? 0;
  const role = extractor.roleOf(text.path);
  if (role === 'document') {
    const typed = NEEDS_LINE.exec(before)?.[1];
    return typed === undefined
      ? undefined
      : words(NEEDS, rangeAt(position.line, position.character - typed.length, position.character + rest), ['', '']);
  }
  if (role !== 'code' && role !== 'test') return undefined;
  const typed = AT_KEYWORD.exec(before)?.[1];
  if (typed === undefined || !MAY_BE_COMMENT.test(before.slice(0, -typed.length - 1))) return undefined;
  if (!Object.keys(KEYWORDS).some((word) => word.startsWith(typed))) return undefined;
  const range = rangeAt(position.line, position.character - typed.length - 1, position.character + rest);
  const { references } = probeAt(text, range, (id) => `${PROBE_KEYWORD}${id} `, extractor);
  const behind = { line: position.line, character: range.start.character + PROBE_KEYWORD.length };
  const isComment = references.some((reference) => comparePositions(reference.range.start, behind) === 0);
  const space = /^\s/u.test(line.after.slice(rest)) ? '' : ' ';
  return isComment ? words(KEYWORDS, range, ['@', space]) : undefined;
}

function words(known: Readonly<Record<string, Message>>, range: Range, [lead, tail]: readonly [string, string]): CompletionList {
  const items = Object.entries(known).map(([word, documentation], index): CompletionItem => ({
    label: lead + word,
    kind: CompletionItemKind.Keyword,
    documentation: { kind: 'markdown', value: localised(documentation) },
    sortText: String(index),
    filterText: lead + word,
    textEdit: { range: lspRange(range), newText: lead + word + tail },
  }));
  return { isIncomplete: false, items };
}
