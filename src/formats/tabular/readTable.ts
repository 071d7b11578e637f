import type { IdGrammar } from '../ids/idGrammar.ts';
import { columnRole, isBinding, restates, saysRequirements } from './headers.ts';
import type { ColumnRole } from './headers.ts';
import { idOfCell } from './idOfCell.ts';
import type { CellId } from './idOfCell.ts';
import { isForeignPrefix, isRequirementPrefix } from './prefixes.ts';

/** A table of texts, whatever it is written in. */
export interface PlainTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What is around a table. */
export interface TablePlace {
  /** The title of its document and the heading above it. */
  readonly headings: readonly string[];
  /** True where a label such as `**Acceptance Criteria**:` says that what follows are criteria. */
  readonly underLabel: boolean;
  /** True for a prefix of ids that the document uses for requirements elsewhere. */
  readonly isUsed: (prefix: string) => boolean;
}

/** Which columns say what. */
export interface Columns {
  readonly roles: readonly ColumnRole[];
  /** The column of ids. */
  readonly id: number | undefined;
  /** The columns whose words are the title of a requirement or the text of a criterion, in order. */
  readonly text: readonly number[];
}

/** What a table is. */
export type TableReading =
  | { readonly kind: 'requirements'; readonly columns: Columns; readonly ids: readonly (CellId | undefined)[] }
  | { readonly kind: 'criteria'; readonly columns: Columns; readonly ids: readonly (CellId | undefined)[] }
  /** It looks like requirements, and something speaks against it. */
  | {
      readonly kind: 'near';
      readonly reason: 'refers' | 'trace' | 'record' | 'text';
      readonly id: number;
      readonly ids: readonly (CellId | undefined)[];
    }
  /** Its ids have a shape of their own, `FR1`, that none of the project's patterns has. */
  | { readonly kind: 'foreign'; readonly id: number; readonly row: number; readonly written: string; readonly pattern: string }
  | { readonly kind: 'other' };

const OTHER: TableReading = { kind: 'other' };

/**
 * What a table says by its columns: of `| ID | Requirement |` with ids in the first column each row is a requirement, of `| Given | When | Then |` each is
 * a criterion. The column of ids is told by its cells, whatever it is called. Where a second column holds ids, or the heading says so, the table only
 * restates what is defined elsewhere.
 */
export function readTable(table: PlainTable, place: TablePlace, ids: IdGrammar): TableReading {
  const { header, rows } = table;
  if (rows.length === 0) return OTHER;
  const roles = header.map(columnRole);
  const columns = header.map((_, at) => idColumn(rows, at, ids));
  const idColumns = columns.flatMap((column, at) => (column.isIds ? [at] : []));
  const [id] = idColumns;
  const cells = id === undefined ? rows.map(() => undefined) : (columns[id]?.cells ?? []);
  const others = roles.map((role, at) => (idColumns.includes(at) ? 'id' : role));
  const steps = stepsOf(others);
  if (id === undefined || isCriterionColumn(cells) || place.underLabel) {
    const criteria = readCriteria({ rows, others, id, cells, steps, isMatrix: idColumns.length > 1 }, place);
    return criteria.kind === 'other' && id === undefined && !place.headings.some(restates) ? foreignIds(roles, rows) : criteria;
  }
  return readRequirements({ rows, others, id, cells, steps, isMatrix: idColumns.length > 1 }, place, ids);
}

interface Found {
  readonly rows: PlainTable['rows'];
  /** Roles of the columns, with those that hold ids. */
  readonly others: readonly ColumnRole[];
  readonly id: number | undefined;
  readonly cells: readonly (CellId | undefined)[];
  /** The columns of given, when and then. */
  readonly steps: readonly number[];
  readonly isMatrix: boolean;
}

function readCriteria({ rows, others, id, cells, steps, isMatrix }: Found, { headings, underLabel }: TablePlace): TableReading {
  const named = others.indexOf('criterion');
  const single = named >= 0 ? named : textColumn(others, rows, id);
  const alone = single === undefined ? [] : [single];
  const text = steps.length > 0 ? steps : alone;
  const hasSign = steps.length > 0 || (id !== undefined && text.length > 0) || (underLabel && named >= 0);
  if (!hasSign || isMatrix || headings.some(restates)) return OTHER;
  const written = id !== undefined && cells.every((cell) => cell === undefined || isOwn(cell)) ? id : undefined;
  if (id !== undefined && written === undefined) return OTHER;
  if (others.includes('record')) return id === undefined ? OTHER : { kind: 'near', reason: 'record', id, ids: cells };
  return { kind: 'criteria', columns: { roles: others, id, text }, ids: cells };
}

function isOwn({ id, kind, prefix }: CellId): boolean {
  return kind === 'criterion' || id === '' || !isForeignPrefix(prefix);
}

function readRequirements(found: Found & { readonly id: number }, place: TablePlace, ids: IdGrammar): TableReading {
  const { rows, others, id, cells, isMatrix } = found;
  const known = cells.filter((cell) => cell !== undefined);
  if (known.length === 0) return OTHER;
  const isUnique = new Set(known.map((cell) => cell.id)).size === known.length;
  if (known.some(({ prefix, id: name }) => isForeignPrefix(prefix) && !ids.isCustom(name))) return OTHER;
  const named = others.findIndex((role) => role === 'requirement');
  const text = named >= 0 ? named : textColumn(others, rows, id);
  const texts = rows.map((row) => row[text ?? -1] ?? '');
  const binds = mostly(texts, isBinding);
  const isSaid = known.every(({ prefix }) => isRequirementPrefix(prefix) || place.isUsed(prefix)) || place.headings.some(saysRequirements);
  const near = (reason: 'refers' | 'trace' | 'record' | 'text'): TableReading =>
    id === 0 && (named >= 0 || binds) ? { kind: 'near', reason, id, ids: cells } : OTHER;
  if (isMatrix || place.headings.some(restates)) return near('refers');
  if (others.includes('record')) return near('record');
  if (others.includes('trace') && !binds && !place.headings.some(saysRequirements)) return near('trace');
  if (text === undefined) return near('text');
  const isDescribed = others[text] === 'description' ? isSaid : others[text] === 'title' && place.headings.some(saysRequirements);
  const isText = named >= 0 || binds || (isDescribed && isUnique && mostly(texts, (cell) => cell.trim() !== ''));
  if (isDescribed && !isUnique && id === 0 && !isText) return { kind: 'near', reason: 'text', id, ids: cells };
  if (!isText)
    return isSaid && id === 0 && known.length > 1 && others[text] === 'other' ? { kind: 'near', reason: 'text', id, ids: cells } : OTHER;
  return { kind: 'requirements', columns: { roles: others, id, text: withTitle(others, rows, text) }, ids: cells };
}

/** The columns of words in order: of `| ID | Title | Description |` the title and what goes on. */
function withTitle(roles: readonly ColumnRole[], rows: PlainTable['rows'], text: number): readonly number[] {
  const isFilled = (at: number): boolean => rows.some((row) => (row[at] ?? '').trim() !== '');
  return roles.flatMap((role, at) => (at === text || (WORDS.has(role) && isFilled(at)) ? [at] : []));
}

const WORDS: ReadonlySet<ColumnRole> = new Set(['requirement', 'description', 'title']);

/** A column of ids holds one in nearly each cell that is not empty, and hardly any twice: that is a slip, where others say several things of each. */
function idColumn(
  rows: PlainTable['rows'],
  at: number,
  ids: IdGrammar,
): { readonly isIds: boolean; readonly cells: readonly (CellId | undefined)[] } {
  const cells = rows.map((row) => idOfCell(row[at] ?? '', ids));
  const filled = rows.filter((row) => !isEmpty(row[at] ?? ''));
  const found = cells.filter((cell) => cell !== undefined);
  const lists = rows.filter((row, index) => cells[index] === undefined && holdsIds(row[at] ?? '', ids)).length;
  const isIds = found.length + lists > 0 && (found.length + lists) * 5 >= filled.length * 4;
  const repeated = found.length - new Set(found.map(({ id }) => id)).size;
  const isUnique = repeated * REPEATED_OF <= found.length;
  return { isIds, cells: isUnique && lists === 0 ? cells : cells.map(() => undefined) };
}

/** One of so many ids may be there twice. */
const REPEATED_OF = 3;

const FOREIGN = /^[\s*_`[(]*(?<prefix>[A-Z]{1,10}(?:[-_][A-Z]{1,10}){0,3}[-_ ]?)\d+(?<more>(?:\.\d+)*)(?<letter>[a-z]?)[\s*_`\])]*$/u;

/** The first of a column of ids that no grammar knows, in a table that says of itself that it has requirements. */
function foreignIds(roles: readonly ColumnRole[], rows: PlainTable['rows']): TableReading {
  const id = roles.findIndex((_, at) => rows.every((row) => FOREIGN.test(row[at] ?? '') || isEmpty(row[at] ?? '')));
  const row = rows.findIndex((cells) => FOREIGN.test(cells[id] ?? ''));
  const says = roles.some(
    (role, at) =>
      at !== id &&
      (role === 'requirement' ||
        (role !== 'id' &&
          mostly(
            rows.map((cells) => cells[at] ?? ''),
            isBinding,
          ))),
  );
  const matches = rows.map((cells) => FOREIGN.exec(cells[id] ?? '')?.groups).filter((groups) => groups !== undefined);
  const [first] = matches;
  if (row < 0 || !first || !says || matches.some(({ prefix = '' }) => isForeignPrefix(prefix.replace(/[-_ ]+$/u, '')))) return OTHER;
  const prefixes = [...new Set(matches.map(({ prefix = '' }) => prefix))];
  const prefix = prefixes.length === 1 ? prefixes.join('') : `(?:${prefixes.slice(0, 8).join('|')})`;
  const more = matches.some((match) => match['more']) ? String.raw`(?:\.[0-9]+)*` : '';
  const letter = matches.some((match) => match['letter']) ? '[a-z]?' : '';
  return {
    kind: 'foreign',
    id,
    row,
    written: (rows[row]?.[id] ?? '').replace(/[*_`[\]()\s]/gu, ''),
    pattern: `${prefix}[0-9]+${more}${letter}`,
  };
}

/** Several ids and nothing else: `FR-1, FR-2`. */
function holdsIds(text: string, ids: IdGrammar): boolean {
  const found = ids.findReferences(text.slice(0, 400));
  if (found.length === 0) return false;
  const words = found.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text.slice(0, 400));
  return !/\p{L}{4}/u.test(words);
}

function isEmpty(text: string): boolean {
  return /^[\s\-–—.]*$|^(?:n\/?a|none|tbd)$/iu.test(text);
}

function isCriterionColumn(cells: readonly (CellId | undefined)[]): boolean {
  const known = cells.filter((cell) => cell !== undefined);
  return known.length > 0 && known.every(({ kind }) => kind === 'criterion');
}

function stepsOf(roles: readonly ColumnRole[]): readonly number[] {
  const at = (['start', 'event', 'effect'] as const).map((role) => roles.indexOf(role));
  const isWhole = (at[1] ?? -1) >= 0 && (at[2] ?? -1) >= 0;
  return isWhole ? at.filter((index) => index >= 0) : [];
}

/** Columns that may hold what must be, the likeliest last. */
const TEXTS: readonly ColumnRole[] = ['other', 'title', 'criterion', 'description', 'requirement'];

/** The column that says what must be: one that binds, else one that is called so, else the longest. */
function textColumn(roles: readonly ColumnRole[], rows: PlainTable['rows'], id: number | undefined): number | undefined {
  const candidates = roles.flatMap((role, at) => {
    const texts = rows.map((row) => row[at] ?? '');
    const length = texts.reduce((sum, text) => sum + text.length, 0);
    const rank = TEXTS.indexOf(role) + (mostly(texts, isBinding) ? TEXTS.length : 0);
    return at === id || !TEXTS.includes(role) || length === 0 ? [] : [{ at, rank, length }];
  });
  return candidates.toSorted((a, b) => b.rank - a.rank || b.length - a.length)[0]?.at;
}

function mostly(texts: readonly string[], test: (text: string) => boolean): boolean {
  const filled = texts.filter((text) => text.trim() !== '');
  return filled.length > 0 && filled.filter(test).length * 2 > filled.length;
}
