import type { Attribute } from '../../../../model/facts.ts';
import type { Problem } from '../../../../model/finding.ts';
import { say } from '../../../../model/message.ts';
import { collapse } from '../../../../text/lines.ts';
import type { TableBlock, TableRow } from '../../../carriers/markdown/blocks.ts';
import { spanOver } from '../../../carriers/markdown/inline.ts';
import type { CellId } from '../../../tabular/idOfCell.ts';
import { claimOfStatus, isWithdrawn } from '../../../tabular/headers.ts';
import { readTable } from '../../../tabular/readTable.ts';
import type { Columns, TablePlace, TableReading } from '../../../tabular/readTable.ts';
import { readsTables } from '../../../tabular/readsTables.ts';
import { criterionWords } from '../criteria/criterionWords.ts';
import { NO_DETAIL } from '../criteria/detail.ts';
import type { Section } from '../document/outline.ts';
import type { Source } from '../document/source.ts';
import { ITEM_LEVEL } from '../requirements/itemRequirement.ts';
import { isExemptMark, markAttribute } from '../requirements/marks.ts';
import type { FoundCriterion, FoundRequirement } from '../document/found.ts';
import type { Gathered } from './gathered.ts';
import type { Remarks } from './remarks.ts';
import type { Label, Place, Scope } from './scope.ts';
import { nearMissOfForeignIds, nearMissOfTable } from './tableNearMisses.ts';
import { plainAt } from '../criteria/targetRows.ts';

type RequirementTable = Extract<TableReading, { kind: 'requirements' }>;
type CriteriaTable = Extract<TableReading, { kind: 'criteria' }>;

/** Puts tables together: whose criteria their rows are, and which requirements they define that nothing else in the document does. */
export class Tables {
  readonly #source: Source;
  readonly #scope: Scope;
  readonly #gathered: Gathered;
  readonly #remarks: Remarks;
  readonly #title: string;
  readonly #later: { readonly block: TableBlock; readonly reading: TableReading }[] = [];
  /** Rows that are numbered by their position, behind the criteria of lists: those keep their numbers when a table is written above them. */
  readonly #unnumbered: { readonly owner: FoundRequirement; readonly found: FoundCriterion }[] = [];
  #used: ReadonlySet<string> | undefined;

  constructor(sections: readonly Section[], source: Source, scope: Scope, gathered: Gathered, remarks: Remarks) {
    this.#source = source;
    this.#scope = scope;
    this.#gathered = gathered;
    this.#remarks = remarks;
    this.#title = sections.find(({ heading }) => heading)?.heading?.inline.plain ?? '';
  }

  /** Reads a table where it stands; what it defines is taken in by `finish`. False for one that is only text. */
  read(block: TableBlock, place: Place, label: Label | undefined): boolean {
    if (!readsTables(this.#source.context.configuration)) return false;
    const governing = label && !label.reading.tasksOnly ? label : undefined;
    const reading = readTable(textsOf(block), this.#placeOf(place, governing), this.#source.terms.ids);
    if (reading.kind === 'criteria') return this.#criteria(block, reading, place, governing);
    if (governing) governing.table ??= block.header.cells.some((_, at) => TARGET.test(plainAt(block.header, at))) ? 'targets' : 'other';
    if (reading.kind === 'foreign') this.#remarks.nearMiss(nearMissOfForeignIds(block, reading));
    if (reading.kind === 'other' || reading.kind === 'foreign' || isLinked(block, reading)) return false;
    this.#later.push({ block, reading });
    return reading.kind === 'requirements';
  }

  /** Defines what the rows of tables define, once it is known what headings and list items do. */
  finish(): void {
    for (const { owner, found } of this.#unnumbered) this.#gathered.add(owner, found);
    for (const { block, reading } of this.#later) {
      if (reading.kind === 'requirements') this.#requirements(block, reading);
      else if (reading.kind === 'near' && !reading.ids.some((cell) => cell && this.#scope.requirements.byId.has(cell.id)))
        this.#remarks.nearMiss(nearMissOfTable(block, reading));
    }
  }

  #placeOf({ section }: Place, label: Label | undefined): TablePlace {
    return {
      headings: [this.#title, section.heading?.inline.plain ?? ''],
      underLabel: label !== undefined,
      isUsed: (prefix) => {
        const { requirements } = this.#scope;
        this.#used ??= new Set([...requirements.byId.keys()].map((id) => this.#source.terms.ids.prefixOf(id)));
        return this.#used.has(prefix);
      },
    };
  }

  #criteria(block: TableBlock, { columns, ids }: CriteriaTable, place: Place, label: Label | undefined): boolean {
    const owner = label ? this.#scope.ownerOf(place, label) : place.owner;
    if (!owner) {
      const [first] = ids.flatMap((cell, at) => (cell ? [{ cell, row: block.rows[at] }] : []));
      if (first?.row && columns.id !== undefined) {
        const message = say('"{0}" belongs to no requirement: give a heading above it an ID', first.cell.id);
        const range = rangeOf(first.row, columns.id, first.cell);
        this.#remarks.nearMiss({ form: 'criterion without a requirement', range, message, text: first.cell.id });
      }
      return false;
    }
    for (const [at, row] of block.rows.entries()) {
      const found = this.#criterion(block, row, columns, ids[at]);
      if (!found || this.#source.ignores(row.line)) continue;
      if (found.written) this.#gathered.add(owner, found);
      else this.#unnumbered.push({ owner, found });
      if (label) label.count++;
      this.#remarks.notes.add(row.line, 'criterion', say('Row of a table: criterion of {0}', owner.localId));
    }
    this.#remarks.notes.rest(block.first, block.last, 'nothing', say('Part of a table of criteria'));
    return true;
  }

  #criterion(block: TableBlock, row: TableRow, columns: Columns, cell: CellId | undefined): FoundCriterion | undefined {
    const texts = columns.text.filter((at) => plainAt(row, at) !== '');
    const named = row.cells[texts[0] ?? -1];
    if (!named || (columns.id !== undefined && !cell)) return undefined;
    const words = criterionWords(named.inline, this.#source.terms);
    const sentence = columns.text.length > 1 ? texts.map((at) => stepText(block, row, at)).join(', ') : undefined;
    const attributes = attributesOf(block, row, columns);
    const status = statusOf(row, columns);
    const claimed = status === undefined ? undefined : claimOfStatus(status);
    return {
      kind: 'criterion',
      words: { ...words, exempt: words.exempt || isStruck(row, columns.id) || (status !== undefined && isWithdrawn(status)) },
      ...(cell && columns.id !== undefined && { written: { localId: cell.id, whole: cell.whole, range: rangeOf(row, columns.id, cell) } }),
      list: block,
      range: this.#rangeOf(row),
      ...NO_DETAIL,
      ...(sentence !== undefined && { sentence }),
      attributes,
      ...(claimed !== undefined && { claimed }),
    };
  }

  #requirements(block: TableBlock, { columns, ids }: RequirementTable): void {
    for (const [at, row] of block.rows.entries()) {
      const cell = ids[at];
      if (!cell || columns.id === undefined || this.#source.ignores(row.line)) continue;
      const known = this.#scope.requirements.byId.get(cell.id);
      if (known && known.first < row.line && known.first > block.first && !this.#isAlike(known, row, columns)) {
        this.#remarks.problem(this.#twice(known, rangeOf(row, columns.id, cell)));
        continue;
      }
      if (known) {
        this.#remarks.notes.add(
          row.line,
          'mention',
          say('{0} is defined in line {1}: this row only mentions it', cell.id, known.first + 1),
        );
        continue;
      }
      const found = this.#requirement(block, row, columns, cell, columns.id);
      this.#scope.add(found, row);
      const texts = columns.text.map((index) => plainAt(row, index)).filter((text) => text !== '');
      this.#gathered.proseOf(found).texts.push(...texts.slice(1));
      this.#remarks.notes.add(row.line, 'requirement', say('Row of a table that begins with the ID {0}: requirement {0}', cell.id));
    }
    this.#remarks.notes.rest(block.first, block.last, 'nothing', say('Part of a table of requirements'));
  }

  /** True for a row that says of an id what an earlier one of its table says. */
  #isAlike({ title }: FoundRequirement, row: TableRow, { text }: Columns): boolean {
    const other = plainAt(row, text.find((index) => plainAt(row, index) !== '') ?? -1).toLowerCase();
    const first = title.toLowerCase();
    return first.startsWith(other) || other.startsWith(first);
  }

  #twice(first: FoundRequirement, range: Problem['range']): Problem {
    const message = say('{0} is defined twice in this document. Renumber the second definition', first.localId);
    const place = {
      path: this.#source.path,
      range: first.idRange ?? first.nameRange,
      message: say('{0} is defined here first', first.localId),
    };
    return { code: 'duplicate-id', range, message, related: [place] };
  }

  #requirement(block: TableBlock, row: TableRow, columns: Columns, cell: CellId, id: number): FoundRequirement {
    const named = row.cells[columns.text.find((index) => plainAt(row, index) !== '') ?? -1];
    const words = named && criterionWords(named.inline, this.#source.terms);
    const title = words ? collapse(words.inline.plain.slice(words.text.start, words.text.end)) : '';
    const status = statusOf(row, columns);
    const marks = words?.marks ?? [];
    return {
      localId: cell.id,
      implicit: false,
      declared: true,
      idRange: rangeOf(row, id, cell),
      title: title === '' ? cell.id : title,
      nameRange: rangeOf(row, id, cell),
      level: ITEM_LEVEL,
      exempt: (words?.exempt ?? false) || marks.some(isExemptMark) || isStruck(row, id) || (status !== undefined && isWithdrawn(status)),
      first: row.line,
      last: row.line,
      column: this.#rangeOf(row).start.character,
      marks: [
        ...(named && words ? words.marks.map((mark) => markAttribute(mark, named.inline)) : []),
        ...attributesOf(block, row, columns),
      ],
    };
  }

  #rangeOf({ line }: TableRow): FoundCriterion['range'] {
    return this.#source.range(line, line, Math.max(0, (this.#source.lines[line] ?? '').search(/\S/)));
  }
}

function textsOf({ header, rows }: TableBlock): { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const texts = ({ cells }: TableRow): readonly string[] => cells.map(({ inline }) => collapse(inline.plain));
  return { header: texts(header), rows: rows.map(texts) };
}

const TARGET = /^targets?$/iu;

/** True for a column of ids that are links: they are defined where these go. */
function isLinked({ rows }: TableBlock, reading: Exclude<TableReading, { kind: 'other' | 'foreign' }>): boolean {
  const at = reading.kind === 'near' ? reading.id : reading.columns.id;
  if (at === undefined) return false;
  return rows.some((row, index) => reading.ids[index] && (row.cells[at]?.inline.links.length ?? 0) > 0);
}

function rangeOf(row: TableRow, at: number, { start, end, id }: CellId): FoundCriterion['range'] {
  const cell = row.cells[at];
  const from = cell ? Math.max(0, cell.inline.plain.indexOf(collapse(cell.inline.plain)) + start) : start;
  return cell
    ? cell.inline.rangeOf(from, from + (end - start))
    : { start: { line: row.line, character: 0 }, end: { line: row.line, character: id.length } };
}

/** `When it is filled`, where the column is called so. */
function stepText({ header }: TableBlock, row: TableRow, at: number): string {
  return `${plainAt(header, at)} ${plainAt(row, at)}`;
}

function statusOf(row: TableRow, { roles }: Columns): string | undefined {
  const at = roles.indexOf('status');
  return at < 0 ? undefined : plainAt(row, at);
}

function isStruck({ cells }: TableRow, at: number | undefined): boolean {
  const inline = at === undefined ? undefined : cells[at]?.inline;
  return inline !== undefined && spanOver(inline.struck, inline.plain.search(/\S/)) !== undefined;
}

/** What the other columns say of a row. */
function attributesOf({ header }: TableBlock, row: TableRow, { roles, text }: Columns): readonly Attribute[] {
  return row.cells.flatMap(({ inline }, at) => {
    const [name, value] = [plainAt(header, at), collapse(inline.plain)];
    if (roles[at] === 'id' || text.includes(at) || name === '' || value === '' || /^[-–—]$/u.test(value)) return [];
    return [{ name, value, range: inline.rangeOf(0, inline.plain.length) }];
  });
}
