import type { AttributeChange } from '../../query/diff/items/changedAttributes.ts';
import * as l10n from '@vscode/l10n';
import type { Item, StatusCounts } from '../../model/item.ts';
import { requirementOf } from '../../model/item.ts';
import { say } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';
import type { Difference, Entry, ListName } from '../../query/diff/difference.ts';
import { isLoss, LIST_NAMES } from '../../query/diff/difference.ts';
import type { RuleChange } from '../../query/diff/rules/ruleChange.ts';

/** A difference and the two states that it lies between, as reports show it. */
export interface DiffReport {
  readonly base: DiffEnd;
  readonly head: DiffEnd;
  readonly difference: Difference;
  /** Criteria by status in the two states. */
  readonly figures?: { readonly before: StatusCounts; readonly after: StatusCounts };
  /** What was left out, one sentence each. */
  readonly notes: readonly string[];
}

/** `{ name: 'main', commit: '3f2a…' }`; what is staged and the working tree are not commits. */
export interface DiffEnd {
  readonly name: string;
  readonly commit?: string;
  /** Of what is not a commit itself, the one that it was checked out from. */
  readonly on?: string;
}

/** The title of what is on top of all: rules that the branch changed and is judged by. */
export const RULES_TITLE = say('Rules changed');

/** What stands above attributes that changed. */
export const ATTRIBUTES_TITLE = say('Attributes changed');

/** Where there was no value, or is none. */
const NO_VALUE = '–';

/** As a person reads it: `Status: Draft → Approved`. */
export function attributeText({ name, was = NO_VALUE, is = NO_VALUE }: AttributeChange): string {
  return `${name}: ${was} → ${is}`;
}

/** A part of a report: the entries of a list, or those of what is gone for which something was there. */
export interface Section {
  readonly list: ListName;
  readonly title: Message;
  readonly entries: readonly Entry[];
  /** True for what a reviewer has to look at. */
  readonly isOpen: boolean;
}

/** Lists that a reviewer has to look at, beside obligations that shrink. */
const OPEN: ReadonlySet<ListName> = new Set<ListName>(['broken', 'suspect', 'added']);

/** What is there to show, obligations that shrink on top: criteria that are gone or waived. */
export function sectionsOf({ lists }: Difference): readonly Section[] {
  const section = (list: ListName, entries: readonly Entry[], isOpen: boolean, title = LIST_TITLES[list]): Section[] =>
    entries.length ? [{ list, title, entries, isOpen }] : [];
  return [
    ...section('removed', lists.removed.filter(isLoss), true, say('Removed: was met or linked')),
    ...section('waived', lists.waived, true),
    ...LIST_NAMES.filter((name) => name !== 'waived').flatMap((name) =>
      section(name, name === 'removed' ? lists.removed.filter((entry) => !isLoss(entry)) : lists[name], OPEN.has(name)),
    ),
  ];
}

/** What each list is called where people read it. */
const LIST_TITLES: Readonly<Record<ListName, Message>> = {
  broken: say('Broken'),
  suspect: say('Suspect: text and links may no longer fit'),
  added: say('New and not met'),
  touched: say('Touched: code or tests changed, look again'),
  removed: say('Removed'),
  met: say('Newly met'),
  waived: say('Waived or exempt'),
  failing: say('Failing, perhaps as before'),
  reworded: say('Reworded'),
  renumbered: say('Renumbered or moved'),
};

/** A word for each list in what programs read: `IP-1/AC2 is broken`. */
export const LIST_WORDS: Readonly<Record<ListName, string>> = {
  broken: 'broken',
  suspect: 'suspect',
  added: 'new',
  touched: 'touched',
  removed: 'removed',
  met: 'newly met',
  waived: 'waived',
  failing: 'failing',
  reworded: 'reworded',
  renumbered: 'renumbered',
};

/** How many are in a list, for summaries: `2 broken`. */
export const LIST_COUNTS: Readonly<Record<ListName, (count: number) => Message>> = {
  broken: (count) => say('{0} broken', count),
  suspect: (count) => say('{0} suspect', count),
  added: (count) => say('{0} new', count),
  touched: (count) => say('{0} touched', count),
  removed: (count) => say('{0} removed', count),
  met: (count) => say('{0} newly met', count),
  waived: (count) => say('{0} waived', count),
  failing: (count) => say('{0} failing', count),
  reworded: (count) => say('{0} reworded', count),
  renumbered: (count) => say('{0} renumbered', count),
};

/** Why a rule changed, with what a reviewer must know of it: `the gate merge is gone (asks for less)`. */
export function ruleReason({ effect, reason }: Pick<RuleChange, 'effect' | 'reason'>): string {
  return effect === 'less' ? l10n.t('{0} (asks for less)', reason) : reason;
}

/** `main (3f2a9c1)`, `working tree on 5b1c0d2`. */
export function endName({ name, commit, on }: DiffEnd): string {
  if (on !== undefined) return l10n.t('{0} on {1}', name, on.slice(0, 10));
  return commit === undefined || commit.startsWith(name) ? name : l10n.t('{0} ({1})', name, commit.slice(0, 10));
}

/** An old id as short as it can be next to the new one: `AC2` if the requirement is the same. */
export function oldId(renumberedFrom: string, item: Item): string {
  const requirement = `${requirementOf(item).id}/`;
  return renumberedFrom.startsWith(requirement) ? renumberedFrom.slice(requirement.length) : renumberedFrom;
}
