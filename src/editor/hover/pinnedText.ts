import * as l10n from '@vscode/l10n';
import { pinOf } from '../../index/items/pins.ts';
import type { IndexView } from '../../index/view.ts';
import type { FileFacts } from '../../model/facts.ts';
import type { Item } from '../../model/item.ts';
import type { FilePath, Position, Range } from '../../model/position.ts';
import { escapeMarkdown, shorten } from './markdown.ts';
import { subjectAt } from '../subject.ts';

/** A reference whose pin is not that of the present text. */
export interface StaleReference {
  readonly item: Item;
  readonly pin: string;
  readonly range: Range;
}

/** The stale reference at a place, if one is there. */
export function staleAt(view: IndexView, path: FilePath, position: Position): StaleReference | undefined {
  const subject = subjectAt(view, path, position);
  if (subject?.kind !== 'reference' || subject.resolved.resolution.kind !== 'item') return undefined;
  const { item } = subject.resolved.resolution;
  const { revision: pin } = subject.resolved.reference;
  return pin === undefined || pin === view.revision(item) ? undefined : { item, pin, range: subject.range };
}

/** What a pin covers, on one line: a criterion's text and detail, a requirement's title and prose. */
export function pinnedText({ facts }: { readonly facts: Item['facts'] }): string {
  return ('title' in facts ? [facts.title, facts.text] : [facts.text, facts.detail]).filter((part) => part !== '').join(' ');
}

/**
 * The text that a pin was made of, if another version of the item's document has it: under the item's own name, or under
 * another one, as where criteria were counted anew.
 */
export function textOfPin(item: Item, pin: string, version: FileFacts): string | undefined {
  const all = version.requirements.flatMap((requirement): readonly Item['facts'][] =>
    item.type === 'requirement' ? [requirement] : requirement.criteria,
  );
  const found = all.filter((facts) => pinOf({ facts }) === pin);
  const [first] = found.toSorted((a, b) => Number(b.localId === item.facts.localId) - Number(a.localId === item.facts.localId));
  return first && pinnedText({ facts: first });
}

/** Longest text in a comparison, in UTF-16 code units. */
const LONGEST = 500;

/** The old and the new text of a stale link one below the other, as Markdown for a hover. */
export function comparisonMarkdown(before: string, now: string): string {
  return [
    l10n.t('Pinned to: {0}', escapeMarkdown(shorten(before, LONGEST))),
    l10n.t('Reads now: {0}', escapeMarkdown(shorten(now, LONGEST))),
  ].join('\n\n');
}
