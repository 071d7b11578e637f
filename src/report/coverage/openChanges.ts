import * as l10n from '@vscode/l10n';
import type { OpenChange } from '../../query/changes.ts';
import { sayMany } from '../../model/message.ts';
import { listed } from '../../text/words/listed.ts';
import { localised } from '../../text/words/localised.ts';

/** What an open change is about, for people: `1 planned, 2 modified`. */
export function changeText({ planned, modified, removed, renamed }: OpenChange): string {
  return listed([
    ...(planned > 0 ? [l10n.t('{0} planned', planned)] : []),
    ...(modified > 0 ? [l10n.t('{0} modified', modified)] : []),
    ...(removed > 0 ? [l10n.t('{0} removed', removed)] : []),
    ...(renamed > 0 ? [l10n.t('{0} renamed', renamed)] : []),
  ]);
}

/** What is above them: `2 open changes, in no count`. */
export function openChangesTitle(number: number): string {
  return localised(sayMany('{0} open change, in no count', '{0} open changes, in no count', number));
}
