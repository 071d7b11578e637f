import { say } from '../../../../model/message.ts';
import type { Message } from '../../../../model/message.ts';
import type { TableBlock } from '../../../carriers/markdown/blocks.ts';
import type { TableReading } from '../../../tabular/readTable.ts';
import type { NearMiss } from '../document/nearMiss.ts';

type NearTable = Extract<TableReading, { kind: 'near' }>;
type ForeignTable = Extract<TableReading, { kind: 'foreign' }>;

/** The near-miss that a table is whose ids no grammar knows: names a pattern that reads just these. */
export function nearMissOfForeignIds({ rows }: TableBlock, { id, row, written, pattern }: ForeignTable): NearMiss | undefined {
  const inline = rows[row]?.cells[id]?.inline;
  if (!inline) return undefined;
  const message = say(
    '"{0}" begins the row of a table like an ID of another notation: add the pattern \'{1}\' to ids in reqtrace.yaml to have it read',
    written,
    pattern,
  );
  return { form: 'table of ids: another notation', range: inline.rangeOf(0, inline.plain.length), message, text: written };
}

/** The near-miss that a table is which looks like one of requirements and defines nothing; none if it holds no id. */
export function nearMissOfTable({ rows }: TableBlock, { reason, id, ids }: NearTable): NearMiss | undefined {
  const at = ids.findIndex((cell) => cell !== undefined);
  const [cell, inline] = [ids[at], rows[at]?.cells[id]?.inline];
  if (!cell || !inline) return undefined;
  return {
    form: `table of ids: ${reason}`,
    range: inline.rangeOf(0, inline.plain.length),
    message: messageOf(reason, cell.id),
    text: cell.id,
  };
}

function messageOf(reason: NearTable['reason'], id: string): Message {
  switch (reason) {
    case 'refers':
      return say('"{0}" is in a table that refers to other IDs, so it defines nothing. Define it in a separate table, or in a heading', id);
    case 'trace':
      return say('"{0}" is in a table of traceability, so it defines nothing. Define it in a table without these columns', id);
    case 'record':
      return say('"{0}" is in a table of results, so it defines nothing. Define it in a table without that column', id);
    case 'text':
      return say(
        '"{0}" begins the row of a table that no column says more of: name a column "Requirement" to make its rows requirements',
        id,
      );
  }
}
