import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import type { IndexView } from '../../index/view.ts';
import type { Finding } from '../../model/finding.ts';
import { unitsOf } from '../../model/item.ts';
import type { Item } from '../../model/item.ts';
import { inEnglish } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';
import { lineOf } from '../../model/position.ts';
import { lookup } from '../../query/lookup.ts';
import { nameOf } from '../../query/list.ts';
import { lack } from '../../report/coverage/byDocument.ts';
import { plain, truncate } from '../../report/writing/plainText.ts';
import type { Project } from '../../workspace/project.ts';
import type { Answer, Asked, Parameter } from './tool.ts';

/** UTF-16 code units of one answer; an answer of this length is about 1,000 tokens of English. */
const LONGEST_ANSWER = 2800;
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
  const lines: string[] = [];
  let length = 0;
  for (const line of rows.slice(offset, offset + limit)) {
    length += line.length + 1;
    if (length > LONGEST_ANSWER) break;
    lines.push(line);
  }
  const left = rows.length - offset - lines.length;
  if (left > 0) lines.push(`${left} more: offset=${offset + lines.length}. ${narrow}`);
  if (next !== undefined) lines.push(next);
  return lines.join('\n');
}

/** Cut where an answer would be too long, with a sentence that says so. */
export function bounded(text: string, narrow: string, most = LONGEST_ANSWER): string {
  if (text.length <= most) return text;
  const end = text.lastIndexOf('\n', most);
  return `${text.slice(0, end < 0 ? most : end)}\n… cut. ${narrow}`;
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
  return { text: [`${plain(ref)} could mean ${candidates.length} items. Write one of these keys:`, ...rows].join('\n'), isError: true };
}

function unknown(index: IndexView, ref: string, suggestions: readonly string[]): Answer {
  const [requirement, criterion] = ref.split('/', 2);
  const parent = criterion === undefined ? undefined : [...index.requirements()].find(({ id }) => id === requirement);
  const criteria = parent?.criteria.map(({ id }) => plain(id)) ?? [];
  const has = parent && `${plain(parent.id)} has ${criteria.length === 0 ? 'no criteria' : criteria.slice(0, 20).join(', ')}.`;
  const close = suggestions.length > 0 ? ` Close: ${suggestions.map(plain).join(', ')}.` : '';
  return { text: `Nothing has the ID ${plain(ref)}. ${has ?? `${close.trim()} find_criteria searches by words.`.trim()}`, isError: true };
}
