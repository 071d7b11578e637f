import type { Explain, FileFacts, PlaceFacts } from '../../../../model/facts.ts';
import { emptyFacts } from '../../../../model/facts.ts';
import type { FilePath, Position } from '../../../../model/position.ts';
import type { FormatContext } from '../../../context.ts';
import { commentLines, commentsAround } from '../../../carriers/code/commentLines.ts';
import type { CommentLine } from '../../../carriers/code/commentLines.ts';
import { DeclarationFinder } from '../../../carriers/code/declarations.ts';
import { ANY_KEYWORD } from '../grammar.ts';
import { IGNORE, readIgnores } from './ignores.ts';
import type { Ignores } from './ignores.ts';
import { readKeywords } from './keywords.ts';
import type { Language } from '../../../languages/language.ts';
import { languages } from '../../../languages/registry.ts';
import { LineMap } from '../../../../text/lineMap.ts';
import { withoutByteOrderMark } from '../../../../text/lines.ts';
import { readMentions } from './mentions.ts';
import { patternsOf, readPatterns } from './patterns.ts';
import type { CompiledPattern } from './patterns.ts';
import { Reading } from './reading.ts';
import { scan } from '../../../carriers/code/scan.ts';
import type { Token } from '../../../carriers/code/scan.ts';
import { Surroundings } from './surroundings.ts';
import { readTitles } from '../titles/readTitles.ts';

/** What any annotation, waiver, mention or title holds; most files hold none of it. */
const CANDIDATE = new RegExp(`${ANY_KEYWORD}\\b|[A-Z]\\d*-\\d`, 'u');
/** What a test's name holds beside that: `IP_1`, `__ac2`. */
const NAME_CANDIDATE = /[A-Z]\d*_\d|__ac_?\d/;

/**
 * Reads the annotations of a code or test file: `// @implements IP-1.1.1` in a comment of its
 * language, titles and names of tests, and the project's own patterns. A pure function of its
 * arguments that never throws; a byte order mark at the beginning counts for no column.
 *
 * @param role a test's `@req` verifies, and only its titles and names count.
 */
export function readCode(path: FilePath, source: string, role: 'code' | 'test', context: FormatContext, explain?: Explain): FileFacts {
  const file = openFile(path, source, role, context, explain && { explain });
  if (!file) return emptyFacts(path, role);
  const { reading, tokens, language, patterns, declarations, ignores, live } = file;
  if (declarations) readKeywords(reading, live, declarations);
  if (language && declarations && role === 'test') readTitles(reading, tokens, live, language, ignores, declarations);
  readPatterns(reading, patterns, ignores, declarations);
  readMentions(reading, live);
  const facts = reading.facts();
  if (!declarations || facts.annotations.length === 0) return facts;
  const surroundings = new Surroundings(reading.lines, declarations);
  return { ...facts, annotations: facts.annotations.map((annotation) => surroundings.of(annotation)) };
}

/**
 * What `readCode` finds at one place, in a fraction of its time: of what it reads line by line, title by title, only that of
 * the place is looked at. Comments and strings are still told by all of the text, since nothing less can tell them.
 */
export function readCodeAt(path: FilePath, source: string, role: 'code' | 'test', context: FormatContext, position: Position): PlaceFacts {
  const file = openFile(path, source, role, context, { position });
  if (!file) return { references: [], invalidWaivers: [] };
  const { reading, tokens, language, patterns, declarations, ignores, live } = file;
  const at = offsetOf(reading.lines, position);
  const here = live.filter(({ comment }) => comment.start <= at && at <= comment.end);
  if (declarations) readKeywords(reading, here, NO_DECLARATIONS);
  if (language && declarations && role === 'test') readTitles(reading, tokens, here, language, ignores, declarations, at);
  readPatterns(reading, patterns, ignores, declarations, position.line);
  return reading.placeFacts();
}

/** What an annotation stands on is no matter of its place. */
const NO_DECLARATIONS: Pick<DeclarationFinder, 'of'> = { of: () => undefined };

function offsetOf(lines: LineMap, { line, character }: Position): number {
  return lines.startOf(line) + character;
}

/** A file with its comments told apart, before anything in them is read. */
interface CodeFile {
  readonly reading: Reading;
  readonly tokens: readonly Token[];
  readonly language: Language | undefined;
  readonly patterns: readonly CompiledPattern[];
  readonly declarations: DeclarationFinder | undefined;
  readonly ignores: Ignores;
  /** The lines of its comments that are not switched off; where one place is asked for, maybe only those of its comment. */
  readonly live: readonly CommentLine[];
}

/** Undefined for a file that says nothing at all. */
function openFile(
  path: FilePath,
  source: string,
  role: 'code' | 'test',
  context: FormatContext,
  asked: { readonly explain?: Explain; readonly position?: Position } = {},
): CodeFile | undefined {
  const { explain, position } = asked;
  const text = withoutByteOrderMark(source);
  const patterns = patternsOf(context);
  if (explain === undefined && patterns.length === 0 && !mayMatter(text, role, context)) return undefined;
  const language = languages.of(path, text);
  if (!language && patterns.length === 0) return undefined;

  const lines = new LineMap(text);
  const reading = new Reading(path, text, role, context.ids, lines, explain);
  const tokens = language ? scan(text, language.syntax) : [];
  const comments = tokens.filter((token) => token.kind === 'comment');
  const declarations = language && new DeclarationFinder(text, lines, comments, language.declarations);
  // What switches lines off may stand anywhere.
  const wanted = position && !text.includes(IGNORE) ? commentsAround(comments, lines, offsetOf(lines, position)) : comments;
  const allLines = commentLines(text, wanted, lines);
  const ignores = readIgnores(reading, allLines);
  if (ignores.file) return undefined;
  return { reading, tokens, language, patterns, declarations, ignores, live: allLines.filter((line) => !ignores.has(line.line)) };
}

/** False only for a text in which nothing could be found; one pass without a look at comments. */
function mayMatter(text: string, role: 'code' | 'test', context: FormatContext): boolean {
  if (CANDIDATE.test(text) || (role === 'test' && NAME_CANDIDATE.test(text))) return true;
  return context.configuration.ids.length > 0 && context.ids.findReferences(text).length > 0;
}
