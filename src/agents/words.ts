import { CONFIGURATION_FILE } from '../model/configuration.ts';
import type { IndexView } from '../index/view.ts';
import type { Finding } from '../model/finding.ts';
import { unitsOf } from '../model/item.ts';
import type { Item } from '../model/item.ts';
import { inEnglish } from '../model/message.ts';
import type { FilePath } from '../model/position.ts';
import { lineOf } from '../model/position.ts';
import { lookup } from '../query/lookup.ts';
import { nameOf } from '../query/list.ts';
import { lack } from '../report/coverage/byDocument.ts';
import { plain, truncate } from '../report/writing/plainText.ts';
import { tokensIn } from '../text/tokens.ts';
import type { Project } from '../workspace/project.ts';
import type { Answer, Asked, Parameter } from './tool.ts';

/** Tokens of one answer, as far as they are told without the vocabulary of a model; the last sentence is beside them. */
const MOST_TOKENS = 950;
/** UTF-16 code units of one answer, for texts that make more tokens than any language does. */
const LONGEST_ANSWER = 3400;
/** Of what an agent wrote itself, so much is repeated to it. */
const LONGEST_ECHO = 100;
/** Columns of a title in a row. */
const TITLE = 90;
/** Rows of a page unless more are asked for. */
const PAGE = 10;
const LONGEST_PAGE = 50;

/** What every list takes. */
export const PAGING = {
  limit: { type: 'number', description: `at most ${LONGEST_PAGE}` },
  offset: { type: 'number', description: 'rows passed over' },
} as const satisfies Record<string, Parameter>;

/** Criteria, and requirements without criteria: what coverage is counted in. */
export function unitsIn(index: IndexView): readonly Item[] {
  return [...index.requirements()].flatMap(unitsOf);
}

/** How to name an item in a question: its id, with the document where two have it, `launch#IP-1.1/AC2`. */
export function refOf(index: IndexView, item: Item): string {
  return plain(index.referenceTo(item, ''));
}

/** `IP-1.1/AC2 [partial] An order is kept — docs/launch.md:12 (no test)`. */
export function row(index: IndexView, item: Item): string {
  const coverage = index.coverage(item.key);
  const missing = lack(index, coverage);
  const old = coverage.outdated ? ['results older than the code'] : [];
  const unproven = coverage.status === 'met' && coverage.proof === 'unproven' ? ['unproven'] : [];
  const why = [...(missing ? [missing] : []), ...unproven, ...old].join(', ');
  return `${refOf(index, item)} [${coverage.status}] ${truncate(plain(nameOf(item)), TITLE)} — ${placeOf(item)}${why ? ` (${why})` : ''}`;
}

/** `docs/launch.md:12`. */
export function placeOf(item: Item): string {
  return `${plain(item.path)}:${lineOf(item.facts.nameRange)}`;
}

/** `src/a.ts:3 error unknown-reference: Nothing has the ID IP-9`. */
export function findingRow({ path, range, severity, code, message }: Finding): string {
  return `${plain(path)}:${lineOf(range)} ${severity} ${code}: ${plain(inEnglish(message))}`;
}

/** What is wrong in `reqtrace.yaml`, which nothing can be shown by then; nothing where it is valid. */
export function configurationFaults({ index, configurationValid }: Project): readonly string[] {
  if (configurationValid) return [];
  const errors = index.findings(CONFIGURATION_FILE).filter(({ severity }) => severity === 'error');
  return ['reqtrace.yaml has errors:', ...errors.slice(0, 3).map(findingRow)];
}

/** A part of a list with what is left and how to see less: the last line says what to ask next. */
export function page(rows: readonly string[], asked: Asked, { next, narrow }: { readonly next?: string; readonly narrow: string }): string {
  const offset = asked.count('offset', 0);
  const limit = Math.min(asked.count('limit', PAGE), LONGEST_PAGE);
  if (offset >= rows.length) return `There are ${rows.length}, so nothing begins at offset=${offset}.`;
  const lines: string[] = [];
  const room = roomOf(MOST_TOKENS - tokensIn(next ?? '') - tokensIn(narrow));
  for (const line of rows.slice(offset, offset + limit)) {
    if (!room(line)) break;
    lines.push(line);
  }
  const left = rows.length - offset - lines.length;
  if (left > 0) lines.push(`${left} more: offset=${offset + lines.length}. ${narrow}`);
  if (next !== undefined) lines.push(next);
  return lines.join('\n');
}

/** Tells of one line after the other whether it still fits. */
function roomOf(tokens: number, length = LONGEST_ANSWER): (line: string) => boolean {
  let [tokensLeft, lengthLeft] = [tokens, length];
  return (line) => {
    tokensLeft -= tokensIn(line) + 1;
    lengthLeft -= line.length + 1;
    return tokensLeft >= 0 && lengthLeft >= 0;
  };
}

/** Cut where an answer would be too long, with a sentence that says so: `bounded(text, 'Narrow with line.')`. */
export function bounded(text: string, narrow: string, most = MOST_TOKENS): string {
  if (fits(text, most)) return text;
  const room = roomOf(most - tokensIn(narrow) - 3);
  const lines = text.split('\n');
  const cut = lines.findIndex((line) => !room(line));
  // Where one line alone is too long, a part of it says more than nothing.
  const kept = cut > 0 ? lines.slice(0, cut).join('\n') : shortened(text, most - tokensIn(narrow) - 3);
  return `${kept}\n… cut. ${narrow}`;
}

/** The beginning of a text, of at most so many tokens: `shortened(item.facts.text, 300)`. */
export function shortened(text: string, tokens: number): string {
  let end = Math.min(text.length, LONGEST_ANSWER);
  while (end > 0 && tokensIn(text.slice(0, end)) > tokens) end = Math.floor(end * 0.9);
  // Half a pair of surrogates is not a character.
  const last = text.charCodeAt(end - 1);
  return end === text.length ? text : text.slice(0, last >= 0xd8_00 && last <= 0xdb_ff ? end - 1 : end);
}

function fits(text: string, tokens: number): boolean {
  return text.length <= LONGEST_ANSWER && tokensIn(text) <= tokens;
}

/** What an agent wrote, where it is told about it: `echoed('IP-9')`. */
export function echoed(text: string): string {
  return truncate(plain(text), LONGEST_ECHO);
}

/** What somebody else wrote, as data: no line of it can end the fence. */
export function fenced(path: FilePath, line: number, text: string): string {
  const lines = text.split(/\r\n?|\n/u).map((each) => `| ${plain(each.replaceAll('\t', '    '))}`);
  return [`${plain(path)}:${line}`, ...lines].join('\n');
}

/** The items of references as an agent writes them, or an answer that names those that are close. */
export function itemsNamed({ index, reading }: Project, refs: readonly string[]): readonly Item[] | Answer {
  const items: Item[] = [];
  for (const ref of refs) {
    const found = lookup(index, reading.ids, ref);
    if (found.kind === 'found') items.push(found.item);
    else return found.kind === 'ambiguous' ? ambiguous(ref, found.candidates) : unknown(index, ref, found.suggestions);
  }
  return items;
}

function ambiguous(ref: string, candidates: readonly Item[]): Answer {
  const rows = candidates.slice(0, PAGE).map((item) => `${plain(item.key)} — ${placeOf(item)}`);
  return { text: [`${echoed(ref)} could mean ${candidates.length} items. Write one of these keys:`, ...rows].join('\n'), isError: true };
}

function unknown(index: IndexView, ref: string, suggestions: readonly string[]): Answer {
  const [requirement, criterion] = ref.split('/', 2);
  const parent = criterion === undefined ? undefined : [...index.requirements()].find(({ id }) => id === requirement);
  const criteria = parent?.criteria.map(({ id }) => plain(id)) ?? [];
  const has = parent && `${plain(parent.id)} has ${criteria.length === 0 ? 'no criteria' : criteria.slice(0, 20).join(', ')}.`;
  const close = suggestions.length > 0 ? ` Close: ${suggestions.map(plain).join(', ')}.` : '';
  return { text: `Nothing has the ID ${echoed(ref)}. ${has ?? `${close.trim()} find_criteria searches by words.`.trim()}`, isError: true };
}
