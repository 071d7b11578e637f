import * as l10n from '@vscode/l10n';
import { sayMany } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';
import { localised } from '../../text/words/localised.ts';
import type { KnownDebt } from './debt.ts';
import { listed } from '../../text/words/listed.ts';

/**
 * What became of known debt that lets nothing pass any more, so that its file is kept short and true. To be asked when a gate was judged by it.
 *
 * @param words what the gate asks for, `unmet`, `unknown-reference`; other entries may be for another gate.
 */
export function debtNotes(debt: KnownDebt, words: readonly string[]): readonly string[] {
  const { paidOff, unknown } = debt.unused(new Set(words));
  return [
    ...told(paidOff, (count, lines) =>
      sayMany('{0} line of known debt is paid off: {1}', '{0} lines of known debt are paid off: {1}', count, lines),
    ),
    ...told(unknown, (count, lines) =>
      sayMany(
        '{0} line of known debt is about nothing that there is: {1}',
        '{0} lines of known debt are about nothing that there is: {1}',
        count,
        lines,
      ),
    ),
  ];
}

/** More lines than this are only counted. */
const MOST_NAMED = 3;

function told(lines: readonly string[], words: (count: number, lines: string) => Message): string[] {
  if (lines.length === 0) return [];
  const more = lines.length - MOST_NAMED;
  const shown = [...lines.slice(0, MOST_NAMED), ...(more > 0 ? [l10n.t('{0} more', more)] : [])];
  return [localised(words(lines.length, listed(shown)))];
}
