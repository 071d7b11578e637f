import * as l10n from '@vscode/l10n';
import type { IndexView } from '../../../index/view.ts';
import type { Reference, Waiver } from '../../../model/facts.ts';
import { unitsOf } from '../../../model/item.ts';
import type { Item } from '../../../model/item.ts';
import type { FilePath } from '../../../model/position.ts';
import { waiverText } from '../../../text/words/waiverText.ts';
import { debtEntries } from '../../gates/debt.ts';
import type { Comparison } from '../comparison.ts';
import { mayBeDebt } from './debtFiles.ts';
import type { RuleChange } from './ruleChange.ts';
import { limitsOf } from '../unreadFiles.ts';

/** Marks `reqtrace-ignore-…` that a branch put into files: what is behind them is not read. */
export function newIgnores({ base, head, files }: Comparison): RuleChange[] {
  return files.flatMap((file): RuleChange[] => {
    const before = limitsOf(base, file.base).map(({ kind }) => kind);
    return limitsOf(head, file.head).flatMap(({ kind, range }): RuleChange[] => {
      if (kind === 'pointer' || kind === 'conflict') return [];
      const known = before.indexOf(kind);
      if (known >= 0) {
        before.splice(known, 1);
        return [];
      }
      const path = file.head ?? '';
      const reason = l10n.t('"{0}" is new in {1} and excludes lines from reading', `reqtrace-ignore-${kind}`, path);
      return [{ rule: 'ignore', effect: 'less', path, line: range.start.line, reason }];
    });
  });
}

/**
 * Waivers that a branch wrote beside what is met so far, or for what is still to come: nothing would be told of the day on which they let something pass.
 *
 * @param told keys of the items that are in the list of what is waived.
 */
export function newWaivers({ base, head, files }: Comparison, told: ReadonlySet<string>): RuleChange[] {
  const known = new Set(files.flatMap((file) => waiversOf(base, file.base).map(waiverKey)));
  return files.flatMap((file): RuleChange[] => {
    const path = file.head;
    if (path === undefined) return [];
    return waiversOf(head, path)
      .filter((waiver) => !known.has(waiverKey(waiver)) && !isTold(head, path, waiver.reference, told))
      .map(({ reference, reason, owner, until, range }) => ({
        rule: 'waivers',
        effect: 'less',
        path,
        line: range.start.line,
        reason: l10n.t('a waiver of {0} is new: {1}', reference.text, waiverText({ reason, owner, until })),
      }));
  });
}

/** Files of known debt that let pass more than before, whatever gate they are for. */
export function newDebt({ files, baseText, headText }: Comparison): RuleChange[] {
  return files.filter(mayBeDebt).flatMap((file): RuleChange[] => {
    const path = file.head;
    const after = path === undefined ? undefined : debtEntries(headText(path) ?? '');
    if (path === undefined || !after) return [];
    const before = new Set((file.base === undefined ? undefined : debtEntries(baseText(file.base) ?? '')) ?? []);
    const fresh = after.filter((entry) => !before.has(entry));
    const [first] = fresh;
    if (first === undefined) return [];
    const reason =
      fresh.length === 1
        ? l10n.t('{0} lets one more thing pass: {1}', path, first)
        : l10n.t('{0} lets {1} more things pass: {2}, …', path, fresh.length, first);
    return [{ rule: 'baseline', effect: 'less', path, line: 0, reason }];
  });
}

/** Results and line coverage that came with the branch: what they say of it, no run of the tests here has shown. */
export function newResults({ head, files }: Comparison): RuleChange[] {
  const changed = new Set(files.map((file) => file.head));
  return head.evidence
    .filter(
      ({ path, committed, within, results, coverage }) =>
        committed && within === undefined && results.length + coverage.length > 0 && changed.has(path),
    )
    .map(({ path }) => ({
      rule: 'evidence',
      effect: 'other',
      path,
      line: 0,
      reason: l10n.t('the results in {0} were committed with this branch, no run of the tests wrote them here', path),
    }));
}

function waiversOf(view: IndexView, path: FilePath | undefined): readonly Waiver[] {
  return (path === undefined ? undefined : view.facts(path)?.waivers) ?? [];
}

function waiverKey({ reference, reason, owner, until }: Waiver): string {
  return JSON.stringify([reference.document, reference.id, reference.criterion, reason, owner, until]);
}

function isTold(view: IndexView, from: FilePath, reference: Reference, told: ReadonlySet<string>): boolean {
  const resolution = view.resolve(reference, from);
  if (resolution.kind !== 'item') return false;
  const units: readonly Item[] = resolution.item.type === 'requirement' ? unitsOf(resolution.item) : [resolution.item];
  return units.every(({ key }) => told.has(key));
}
