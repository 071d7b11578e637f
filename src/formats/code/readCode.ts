import type { Explain, FileFacts } from '../../model/facts.ts';
import { emptyFacts } from '../../model/facts.ts';
import type { FilePath } from '../../model/position.ts';
import type { FormatContext } from '../context.ts';
import { commentLines } from './commentLines.ts';
import { DeclarationFinder } from './declarations.ts';
import { readIgnores } from './ignores.ts';
import { readKeywords } from './keywords.ts';
import { languageOf } from './languageTable.ts';
import { LineMap } from './lineMap.ts';
import { readMentions } from './mentions.ts';
import { patternsOf, readPatterns } from './patterns.ts';
import { Reading } from './reading.ts';
import { scan } from './scan.ts';
import { Surroundings } from './surroundings.ts';
import { readTitles } from './titles/readTitles.ts';

/** What any annotation, waiver, mention or title holds; most files hold none of it. */
const CANDIDATE = /@(?:implements|verifies|req|waives)\b|[A-Z]\d*-\d/;
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
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  const patterns = patternsOf(context);
  if (explain === undefined && patterns.length === 0 && !mayMatter(text, role, context)) return emptyFacts(path, role);
  const language = languageOf(path, text);
  if (!language && patterns.length === 0) return emptyFacts(path, role);

  const lines = new LineMap(text);
  const reading = new Reading(path, text, role, context.ids, lines, explain);
  const tokens = language ? scan(text, language.syntax) : [];
  const comments = tokens.filter((token) => token.kind === 'comment');
  const declarations = language && new DeclarationFinder(text, lines, comments, language.declarations);
  const allLines = commentLines(text, comments, lines);
  const ignores = readIgnores(reading, allLines);
  if (ignores.file) return emptyFacts(path, role);
  const live = allLines.filter((line) => !ignores.has(line.line));

  if (declarations) readKeywords(reading, live, declarations);
  if (language && declarations && role === 'test') readTitles(reading, tokens, live, language, ignores, declarations);
  readPatterns(reading, patterns, ignores, declarations);
  readMentions(reading, live);
  const facts = reading.facts();
  if (!declarations || facts.annotations.length === 0) return facts;
  const surroundings = new Surroundings(lines, declarations);
  return { ...facts, annotations: facts.annotations.map((annotation) => surroundings.of(annotation)) };
}

/** False only for a text in which nothing could be found; one pass without a look at comments. */
function mayMatter(text: string, role: 'code' | 'test', context: FormatContext): boolean {
  if (CANDIDATE.test(text) || (role === 'test' && NAME_CANDIDATE.test(text))) return true;
  return context.configuration.ids.length > 0 && context.ids.findReferences(text).length > 0;
}
