import type { TextEditorDecorationType } from 'vscode';
import { DecorationRangeBehavior, ThemeColor, window } from 'vscode';
import { statusSign } from '../../editor/hover/statusWords.ts';
import { STATUSES } from '../../model/status.ts';
import type { MarkState } from './marks.ts';

/**
 * A style for each state: a sign of its own behind the reference, the same as in hovers, and a colour that only repeats it. Behind,
 * and not a line of its own, so that no line ever jumps.
 */
export function createMarkStyles(): ReadonlyMap<MarkState, TextEditorDecorationType> {
  const styles = STATUSES.map((status): [MarkState, TextEditorDecorationType] => [status, style(statusSign(status), `reqtrace.${status}`)]);
  return new Map([...styles, ['unknown', style('?', 'reqtrace.unresolved')], ['ambiguous', style('??', 'reqtrace.unresolved')]]);
}

function style(sign: string, color: string): TextEditorDecorationType {
  return window.createTextEditorDecorationType({
    rangeBehavior: DecorationRangeBehavior.ClosedClosed,
    after: { contentText: sign, color: new ThemeColor(color), margin: '0 0.15em 0 0.3em', fontStyle: 'normal', fontWeight: 'bold' },
  });
}
