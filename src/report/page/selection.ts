import { criteriaOf, requirementsOf } from '../html/counted.ts';
import type { MatrixRequirement, MatrixRow } from '../html/model.ts';
import type { Texts } from './texts.ts';

/** A line of the table that stands for a requirement. */
export interface HeadEntry {
  readonly kind: 'head';
  readonly requirement: MatrixRequirement;
  readonly rows: readonly RowEntry[];
}

/** A line of the table that stands for a criterion. */
export interface RowEntry {
  readonly kind: 'row';
  readonly requirement: MatrixRequirement;
  readonly row: MatrixRow;
  /** All that a search looks at, in lower case. */
  readonly searched: string;
}

export type Entry = HeadEntry | RowEntry;

/** What the person asks for. */
export interface Filter {
  /** Words that must all be found. */
  readonly text: string;
  /** Place of a document in the data; empty for all. */
  readonly document: string;
  /** Statuses that are shown. */
  readonly statuses: ReadonlySet<string>;
}

/** The lines that fit a filter, in their order, with how many criteria and requirements they are. */
export interface Selection {
  readonly queue: readonly Entry[];
  readonly rows: number;
  readonly requirements: number;
}

/** Each requirement with its rows and with what a search looks at, once for all searches. */
export function entriesOf(requirements: readonly MatrixRequirement[]): HeadEntry[] {
  return requirements.map((requirement) => {
    const own = [requirement.id, requirement.title, ...requirement.attributes.map(([, value]) => value)].join(' ');
    return { kind: 'head', requirement, rows: requirement.rows.map((row) => rowEntry(requirement, row, own)) };
  });
}

function rowEntry(requirement: MatrixRequirement, row: MatrixRow, own: string): RowEntry {
  const links = row.links.map(({ file, symbol, by }) => `${file} ${symbol ?? ''} ${by?.author ?? ''}`);
  return { kind: 'row', requirement, row, searched: [own, row.id, row.text, row.detail, ...links].join(' ').toLowerCase() };
}

/** The rows that fit, each behind the line of its requirement; a requirement of which none fits is left out. */
export function select(entries: readonly HeadEntry[], { text, document, statuses }: Filter): Selection {
  const words = text.toLowerCase().split(/\s+/u).filter(Boolean);
  const queue: Entry[] = [];
  let rows = 0;
  let requirements = 0;
  for (const head of entries) {
    if (document !== '' && head.requirement.document !== Number(document)) continue;
    const kept = head.rows.filter(({ row, searched }) => statuses.has(row.status) && words.every((word) => searched.includes(word)));
    if (!kept.length) continue;
    queue.push(head, ...kept);
    rows += kept.length;
    requirements += 1;
  }
  return { queue, rows, requirements };
}

/** What the page says of a selection: `Showing 4 of 6 criteria in 1 requirement.` */
export function selectionText({ rows, requirements }: Selection, all: number, { phrase }: Texts): string {
  if (rows === all) return phrase('showingAll', criteriaOf(rows, phrase), requirementsOf(requirements, phrase));
  if (rows === 0) return phrase('showingNone');
  return phrase('showingSome', rows, criteriaOf(all, phrase), requirementsOf(requirements, phrase));
}
