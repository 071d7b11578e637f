import * as l10n from '@vscode/l10n';
import type { InlayHint } from 'vscode-languageserver-types';
import type { IndexView } from '../../index/view.ts';
import type { FilePath, Range } from '../../model/position.ts';
import { isClaimed } from '../../query/changedUnits.ts';
import { nameOf } from '../../query/list.ts';
import { lacks } from '../../suggest/suggest.ts';
import type { Reason, Suggester } from '../../suggest/suggest.ts';
import { linesOf } from '../../text/lines.ts';

/** A function or a test may be about one of so many criteria; the first that lacks something is named. */
const LOOKED_AT = 5;

/** The part of a file that a person sees. */
export interface HintedPart {
  readonly path: FilePath;
  readonly text: string;
  readonly range: Range;
}

// @implements RT-12.1/AC10~4535ce
/**
 * Behind the head of each function and test without an annotation the criterion that it most likely meets, where that is a strong suggestion and still lacks
 * it: `export function release() {  may meet IP-1.1/AC2`. A step for each function, so that a server can do other things in between.
 *
 * @param why what speaks for it, on one line.
 */
export function* suggestedHints(
  view: IndexView,
  suggester: Suggester,
  { path, text, range }: HintedPart,
  why: (reason: Reason) => string,
): Generator<InlayHint | undefined, void> {
  const profile = suggester.profiles.find((each) => each.path === path);
  const lines = linesOf(text);
  const facts = view.facts(path);
  for (const unit of profile?.units ?? []) {
    if (unit.line < range.start.line || unit.line > range.end.line || isClaimed(unit, facts)) continue;
    const found = suggester
      .forUnit(path, unit.line, LOOKED_AT)
      .find(({ item, band }) => band === 'strong' && lacks(view, item).includes(unit.kind === 'test' ? 'test' : 'code'));
    yield (
      found && {
        position: { line: unit.line, character: lines[unit.line]?.length ?? 0 },
        label: l10n.t('may meet {0}', found.item.id),
        paddingLeft: true,
        tooltip: `${nameOf(found.item)}\n${why(found.reason)}`,
      }
    );
  }
}
