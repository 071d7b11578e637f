import type { FileFacts, PlaceFacts } from '../../../../model/facts.ts';
import type { Position } from '../../../../model/position.ts';
import type { CarriedCode } from '../../../carried/carriedCode.ts';
import { Surroundings } from '../../../carried/surroundings.ts';
import type { DeclarationFinder } from '../../../carriers/code/declarations.ts';
import type { FormatContext } from '../../../notation/context.ts';
import { ANY_KEYWORD } from '../../../notation/commonWords.ts';
import { readTitles } from '../titles/readTitles.ts';
import { verifyingKind } from '../../../references/verifyingKind.ts';
import { readKeywords } from './keywords.ts';
import { readMentions } from './mentions.ts';
import { reportNearKeywords } from './nearKeyword.ts';
import { patternsOf, readPatterns } from './patterns.ts';
import { Reading } from './reading.ts';

/** What any annotation, waiver, mention or title holds; most files hold none of it. */
const CANDIDATE = new RegExp(`${ANY_KEYWORD}\\b|[A-Z]\\d*-\\d`, 'u');
/** What a test's name holds beside that: `IP_1`, `__ac2`. */
const NAME_CANDIDATE = /[A-Z]\d*_\d|__ac_?\d/u;

// @implements RT-2.1~1e4d67
/** False only for a text in which nothing could be found; one pass without a look at comments. */
export function mayMatter(text: string, role: 'code' | 'test', context: FormatContext): boolean {
  if (patternsOf(context).length > 0) return true;
  if (CANDIDATE.test(text) || (role === 'test' && NAME_CANDIDATE.test(text))) return true;
  if (context.configuration.ids.length === 0) return false;
  return context.ids.findReferences(text).length > 0 || (role === 'test' && context.ids.findInName(text).length > 0);
}

/**
 * Reads the annotations of a code or test file: `// @implements IP-1.1.1` in a comment of its
 * language, titles and names of tests, and the project's own patterns.
 */
export function readCode(code: CarriedCode, context: FormatContext): FileFacts {
  const { declarations, language, tokens, ignores, comments } = code;
  const reading = readingOf(code, context);
  if (declarations) readKeywords(reading, comments, declarations, (line) => code.isCommentedOut(line));
  if (language && declarations && code.role === 'test') readTitles(reading, { tokens, comments, language, ignores, declarations });
  readPatterns(reading, patternsOf(context), ignores, declarations);
  reportNearKeywords(reading, comments);
  readMentions(reading, comments);
  const facts = reading.facts();
  if (!declarations || facts.annotations.length === 0) return facts;
  const surroundings = new Surroundings(reading.lines, declarations);
  return { ...facts, annotations: facts.annotations.map((annotation) => surroundings.of(annotation)) };
}

/**
 * What `readCode` finds at one place, in a fraction of its time: of what it reads line by line, title by title, only that of
 * the place is looked at. Comments and strings are still told by all of the text, since nothing less can tell them.
 */
export function readCodeAt(code: CarriedCode, position: Position, context: FormatContext): PlaceFacts {
  const { declarations, language, tokens, ignores, comments } = code;
  const reading = readingOf(code, context);
  const at = code.offsetOf(position);
  const here = comments.filter(({ comment }) => comment.start <= at && at <= comment.end);
  if (declarations) readKeywords(reading, here, NO_DECLARATIONS, (line) => code.isCommentedOut(line));
  if (language && declarations && code.role === 'test')
    readTitles(reading, { tokens, comments: here, language, ignores, declarations }, at);
  readPatterns(reading, patternsOf(context), ignores, declarations, position.line);
  return reading.placeFacts();
}

/** What an annotation is on is not a matter of its place. */
const NO_DECLARATIONS: Pick<DeclarationFinder, 'of'> = { of: () => undefined };

function readingOf({ path, text, role, lines, explain }: CarriedCode, context: FormatContext): Reading {
  return new Reading({ path, text, role, lines, ids: context.ids, verifies: verifyingKind(context, path), explain });
}
