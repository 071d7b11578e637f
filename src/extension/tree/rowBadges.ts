import type { Disposable, FileDecoration, FileDecorationProvider } from 'vscode';
import { FileDecoration as Decoration, Uri, l10n, window } from 'vscode';
import { MOST_IN_BADGE } from '../../model/counts.ts';
import type { TreeNode } from '../../server/protocol.ts';

/** Scheme of what rows stand for, so that they can have a number at their right end: `reqtrace-number:/open/12`. */
const SCHEME = 'reqtrace-number';

/** VS Code shows two characters at most. More is a sign of its own, since "9+" would be another number: the tooltip has it, and so has the dimmed text. */
const MORE = '++';

/** What a row with open criteria or plans below it stands for; undefined where it has none. */
export function numberUri({ open, plans }: Pick<TreeNode, 'open' | 'plans'>): Uri | undefined {
  const number = open ?? plans;
  if (number === undefined) return undefined;
  return Uri.from({ scheme: SCHEME, path: `/${open === undefined ? 'plans' : 'open'}/${number}` });
}

/** Numbers of open criteria at the right end of rows, where no long title can push them out of the window. */
export class RowBadges implements Disposable, FileDecorationProvider {
  readonly #registration = window.registerFileDecorationProvider(this);

  provideFileDecoration({ scheme, path }: Uri): FileDecoration | undefined {
    if (scheme !== SCHEME) return undefined;
    const [, kind, digits] = path.split('/');
    const number = Number(digits);
    return new Decoration(number > MOST_IN_BADGE ? MORE : digits, tooltip(kind === 'open', number));
  }

  dispose(): void {
    this.#registration.dispose();
  }
}

function tooltip(isOpen: boolean, number: number): string {
  if (!isOpen) return l10n.t('{0} planned', number);
  return number === 1 ? l10n.t('1 criterion to meet') : l10n.t('{0} criteria to meet', number);
}
