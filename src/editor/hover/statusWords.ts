import * as l10n from '@vscode/l10n';
import type { IndexView } from '../../index/view.ts';
import { progress } from '../../query/progress.ts';
import { statusName } from '../../text/words/statusName.ts';
import { levelsBelow } from '../../model/item.ts';
import type { Coverage, Item } from '../../model/item.ts';
import { lackOf } from '../../model/linkKind.ts';
import type { LinkKindRecord } from '../../model/linkKind.ts';
import { STATUS_SHAPES } from '../../text/words/statusShapes.ts';
import { localised } from '../../text/words/localised.ts';
import type { Status } from '../../model/status.ts';

/** A sign for a status that can be told from the others without colour: `✓` for met, `◐` for partial. */
export function statusSign(status: Status): string {
  return STATUS_SHAPES[status].sign;
}

/** The status of an item in words: `partial, 2 of 4 criteria met`, or `unmet: no implementation and no test`. */
export function statusWords(item: Item, coverage: Coverage, kinds: readonly LinkKindRecord[]): string {
  const status = statusName(coverage.status);
  if (item.type === 'requirement' && item.criteria.length) {
    const { met, of } = progress(coverage.counts);
    return of ? l10n.t('{0}, {1} of {2} criteria met', status, met, of) : status;
  }
  const missing = coverage.status === 'unmet' || coverage.status === 'partial' ? coverage.missing : [];
  return missing.length ? `${status}: ${localised(lackOf(kinds, missing, levelsBelow(coverage)))}` : status;
}

/** The status of an item with its sign, `◐ partial, 2 of 4 criteria met`; `indexing` as long as nobody can know it. */
export function stateWords(view: Pick<IndexView, 'complete' | 'coverage' | 'configuration'>, item: Item): string {
  if (!view.complete) return l10n.t('indexing');
  const coverage = view.coverage(item.key);
  return `${statusSign(coverage.status)} ${statusWords(item, coverage, view.configuration.kinds)}`;
}
