import type { Target } from '../../../../model/facts.ts';
import type { Range } from '../../../../model/position.ts';
import { collapse } from '../../../../text/lines.ts';
import type { TableBlock, TableRow } from '../../../carriers/markdown/blocks.ts';
import type { Source } from '../document/source.ts';
import { criterionWords, type CriterionWords } from './criterionWords.ts';
import { parseTarget } from './targets.ts';

/** A row of a table with a *Target* column: a criterion. */
export interface TargetRow {
  readonly line: number;
  readonly range: Range;
  /** The name of what is measured. */
  readonly words: CriterionWords;
  readonly goal: { readonly text: string; readonly target?: Target };
}

/** The rows of a table that has a *Target* column; undefined if it has none, or no rows. */
export function readTargetRows(table: TableBlock, source: Source): readonly TargetRow[] | undefined {
  const names = table.header.cells.map((_, at) => plainAt(table.header, at).toLowerCase());
  const target = names.findIndex((name) => name === 'target' || name === 'targets');
  if (target < 0 || table.rows.length === 0) return undefined;
  const named = names.findIndex((name) => name === 'metric' || name === 'metrics');
  const firstOther = target === 0 ? 1 : 0;
  const metric = named >= 0 ? named : firstOther;
  return table.rows.flatMap((row) => readRow(row, metric, target, source) ?? []);
}

function readRow(row: TableRow, metricAt: number, targetAt: number, source: Source): TargetRow | undefined {
  const { line, cells } = row;
  const cell = cells[metricAt];
  const metric = plainAt(row, metricAt);
  if (!cell || metric === '' || source.ignores(line)) return undefined;
  const range = source.range(line, line, Math.max(0, (source.lines[line] ?? '').search(/\S/)));
  const text = plainAt(row, targetAt);
  const target = parseTarget(metric, text);
  return { line, range, words: criterionWords(cell.inline, source.terms), goal: { text, ...(target && { target }) } };
}

/** What a cell says, white space collapsed; empty where the row is shorter. */
export function plainAt({ cells }: TableRow, at: number): string {
  return collapse(cells[at]?.inline.plain ?? '');
}
