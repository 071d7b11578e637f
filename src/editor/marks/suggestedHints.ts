import * as l10n from '@vscode/l10n';
import type { InlayHint } from 'vscode-languageserver-types';
import type { IndexView } from '../../index/view.ts';
import type { FilePath } from '../../model/position.ts';
import { nameOf } from '../../query/list.ts';
import type { Unit } from '../../suggest/profile.ts';
import { bandName, reasonText } from '../../suggest/reasons.ts';
import { lacks } from '../../suggest/suggest.ts';
import type { Suggester } from '../../suggest/suggest.ts';
import { linesOf } from '../../text/lines.ts';

/** A function or a test may be about one of so many criteria; the first that lacks something is named. */
const LOOKED_AT = 5;

/** Functions and tests of a file that nothing links. */
export interface HintedUnits {
  readonly path: FilePath;
  readonly text: string;
  readonly units: readonly Unit[];
  /** Those that the branch under review changed. */
  readonly changed: ReadonlySet<Unit>;
}

// @implements RT-12.1/AC10~4535ce, RT-12.1/AC13~81bb6e
/**
 * Behind the head of a function or a test the criterion that it most likely meets, where that is a strong suggestion and still lacks it: `may meet IP-1.1/AC2`.
 * What a branch changed says that it has no link in any case, with a likely suggestion too: `no link, may meet IP-1.1/AC2`. A step for each function, so
 * that a server can do other things in between.
 */
export function* suggestedHints(
  view: IndexView,
  suggester: Suggester,
  { path, text, units, changed }: HintedUnits,
): Generator<InlayHint | undefined, void> {
  const lines = linesOf(text);
  for (const unit of units) {
    const isChanged = changed.has(unit);
    const found = suggester
      .forUnit(path, unit.line, LOOKED_AT)
      .find(
        ({ item, band }) =>
          (band === 'strong' || (isChanged && band === 'likely')) && lacks(view, item).includes(unit.kind === 'test' ? 'test' : 'code'),
      );
    const may = found && l10n.t('may meet {0}', found.item.id);
    const why = found ? [`${nameOf(found.item)}\n${bandName(found.band)} · ${reasonText(found.reason)}`] : [];
    yield isChanged || may !== undefined
      ? {
          position: { line: unit.line, character: lines[unit.line]?.length ?? 0 },
          label: isChanged ? [l10n.t('no link'), ...(may === undefined ? [] : [may])].join(', ') : (may ?? ''),
          paddingLeft: true,
          tooltip: [...(isChanged ? [l10n.t('The branch changed it, and no annotation says what it is for')] : []), ...why].join('\n'),
        }
      : undefined;
  }
}
