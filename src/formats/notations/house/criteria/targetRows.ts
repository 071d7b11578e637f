import type { TableBlock } from '../../../carriers/markdown/blocks.ts';
import { collapse } from '../../../../text/lines.ts';
import type { RequirementDraft } from '../document/drafts.ts';
import { criterionDraft, criterionWords } from './items.ts';
import type { Source } from '../document/source.ts';
import { parseTarget } from './targets.ts';

/** Makes each row of a table with a *Target* column a criterion; false if the table has no such column. */
export function readTargets(table: TableBlock, source: Source, ownerOf: () => RequirementDraft | undefined): boolean {
  const plain = (cells: TableBlock['header']['cells'], at: number): string => collapse(cells[at]?.inline.plain ?? '');
  const names = table.header.cells.map((_, at) => plain(table.header.cells, at).toLowerCase());
  const target = names.findIndex((name) => name === 'target' || name === 'targets');
  const owner = target < 0 || table.rows.length === 0 ? undefined : ownerOf();
  if (!owner) return false;
  const named = names.findIndex((name) => name === 'metric' || name === 'metrics');
  const metricAt = named >= 0 ? named : target === 0 ? 1 : 0;
  source.notes.span(table.first, table.first + 1, 'label', 'Table with a Target column: each row is a criterion');
  for (const row of table.rows) {
    if (source.ignores(row.line)) continue;
    const metric = plain(row.cells, metricAt);
    const goal = plain(row.cells, target);
    const cell = row.cells[metricAt];
    if (metric === '' || !cell) continue;
    const range = source.range(row.line, row.line, Math.max(0, (source.lines[row.line] ?? '').search(/\S/)));
    const draft = criterionDraft(criterionWords(cell.inline, source), {
      kind: 'target',
      range,
      detail: [],
      attributes: [],
      list: table,
    });
    const parsed = parseTarget(metric, goal);
    owner.criteria.push({
      ...draft,
      facts: { ...draft.facts, text: collapse(`${draft.facts.text}: ${goal}`), ...(parsed && { target: parsed }) },
    });
    source.notes.add(row.line, 'criterion', `Row of a table with a Target column: criterion of ${owner.localId}`);
  }
  return true;
}
