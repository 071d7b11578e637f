import type { Finding } from '../../model/finding.ts';
import type { GateMeasure } from '../../model/gate.ts';
import type { Item } from '../../model/item.ts';
import { inEnglish } from '../../model/message.ts';
import { linesOf, withoutByteOrderMark } from '../../text/lines.ts';

/** The line of a criterion in a file of known debt: `unmet docs/launch#IP-1.1/AC2`. */
export function itemDebt(measure: GateMeasure, item: Item): string {
  return `${measure} ${item.key}`;
}

/** The line of a finding, without its place, which every edit moves: `unknown-reference src/stock.ts: Nothing has the id IP-1.9`. */
export function findingDebt({ code, path, message }: Finding): string {
  return `${code} ${path}: ${inEnglish(message)}`.replace(/\s+/gu, ' ');
}

const HEADER = '# Known debt that "reqtrace check --gate NAME --baseline FILE" lets pass, written by --write-baseline';

/** The file of known debt: sorted, one entry a line, so that two branches that pay off debt merge without a conflict. */
export function formatDebt(entries: Iterable<string>): string {
  return [HEADER, ...[...new Set(entries)].sort()].map((line) => `${line}\n`).join('');
}

/** The entries of such a file; undefined where a merge left its marks. */
export function parseDebt(text: string): ReadonlySet<string> | undefined {
  const lines = linesOf(withoutByteOrderMark(text))
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  return lines.some((line) => /^(?:<{7}|={7}|>{7})/u.test(line)) ? undefined : new Set(lines);
}

/** True if the debt was known; what is only partly unmet by now is known as unmet. */
export function isKnown(debt: string, known: ReadonlySet<string>): boolean {
  return known.has(debt) || (debt.startsWith('partial ') && known.has(debt.replace('partial', 'unmet')));
}
