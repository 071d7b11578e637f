import * as l10n from '@vscode/l10n';
import type { Item } from '../../model/item.ts';
import type { Status } from '../../model/status.ts';
import { lineOf } from '../../model/position.ts';
import { statusName } from '../../text/words/statusName.ts';
import { listed } from '../../text/words/listed.ts';
import type { Case } from './case.ts';
import type { LinkChange, ListName } from './difference.ts';
import { unfollowed, untouched } from './judge.ts';
import { isMarkedExempt } from '../exemption.ts';
import { cutShort } from '../../text/cutShort.ts';

/** More links than this are only counted. */
const MOST_NAMED = 3;

/** Why a criterion is in a list: `was met; the test "refuses" in test/stock.ts:4 is gone`. One sentence, no full stop at the end. */
export function reasonFor(list: ListName, each: Case): string {
  switch (list) {
    case 'met':
      return fulfilment(each);
    case 'broken':
      return breach(each);
    case 'added': {
      if (each.was !== undefined)
        return behind(l10n.t('was {0}, is {1}', name(each.was), name(each.is)), [l10n.t('it needs something now')]);
      const links = newLinks(each);
      return links.length ? l10n.t('new and {0} through {1}', name(each.is), named(links)) : l10n.t('new and {0}', name(each.is));
    }
    case 'suspect':
      return suspicion(each);
    case 'touched':
      return touch(each);
    case 'removed':
      return behind(
        each.unread === undefined
          ? l10n.t('was {0}, is not in the documents any more', name(each.was))
          : l10n.t('was {0}, but {1}', name(each.was), each.unread),
        orphans(each),
      );
    case 'failing':
      return l10n.t('fails; whether it did before cannot be told: neither it nor a file of its links changed');
    case 'waived':
      return acceptance(each);
    case 'reworded':
      return each.links.length
        ? l10n.t('the text changed; its links were confirmed')
        : l10n.t('the text changed; nothing points at it yet');
    case 'renumbered':
      return l10n.t('the text is the same, only its ID or its document changed');
  }
}

function name(status: Status | undefined): string {
  return status === undefined ? '' : statusName(status);
}

function breach(each: Case): string {
  const { was, is } = each;
  const parts = [...lost(each), ...numbered(each), ...unconfirmed(each)];
  // "was met, is met" would tell nothing.
  return was === is ? inOne(parts) : behind(l10n.t('was {0}, is {1}', name(was), name(is)), parts);
}

/** What would be suspect is told of what is broken as well: the test that fails may be one of the old text. */
function unconfirmed(each: Case): string[] {
  const { is, was, reworded, links } = each;
  // Of what is stale it is said already.
  return reworded && is !== 'stale' && !(is === 'met' && was !== 'met') && unfollowed(links).length > 0 ? [suspicion(each)] : [];
}

function fulfilment(each: Case): string {
  const links = newLinks(each);
  if (each.was === undefined) return links.length ? l10n.t('new and met through {0}', named(links)) : l10n.t('new and met');
  if (links.length) return l10n.t('was {0}, is met through {1}', name(each.was), named(links));
  const { needsNoLonger } = each;
  if (needsNoLonger.length === 0) return l10n.t('was {0}, is met', name(each.was));
  return l10n.t('was {0}, is met, since it no longer needs {1}', name(each.was), listed(needsNoLonger));
}

function acceptance({ head, was, is, waiver, waiverBefore }: Case): string {
  if (is === 'waived' && was === 'waived')
    return l10n.t('its waiver changed: it was "{0}" and is "{1}" now', waiverBefore ?? '', waiver ?? '');
  if (is === 'exempt') return exemption(head, was);
  const reason = waiver ?? l10n.t('no reason given');
  return was === undefined ? l10n.t('new, is waived now: {0}', reason) : l10n.t('was {0}, is waived now: {1}', name(was), reason);
}

/** A mark that a reader sees in the document, or what only its place or the configuration says: a document that was moved into an archive. */
function exemption(item: Item | undefined, was: Status | undefined): string {
  if (item && !isMarkedExempt(item))
    return was === undefined
      ? l10n.t('new, is exempt now: not by a mark in {0}, but by its place, its notation or reqtrace.yaml', item.path)
      : l10n.t('was {0}, is exempt now: not by a mark in {1}, but by its place, its notation or reqtrace.yaml', name(was), item.path);
  return was === undefined
    ? l10n.t('new, is exempt now: it is marked as one that needs nothing')
    : l10n.t('was {0}, is exempt now: it is marked as one that needs nothing', name(was));
}

function suspicion(each: Case): string {
  const { links, is, was, waiver } = each;
  const redirected = links.find(({ change }) => change === 'redirected');
  if (redirected?.from)
    return l10n.t('{0} was written for another text that had this ID: "{1}"', nounOf(redirected), firstWords(redirected.from));
  if (is === 'waived') return l10n.t('the text changed, but its waiver did not: {0}', waiver ?? '');
  if (is === 'met' && was !== 'met') return foundThere(each);
  const kinds = unfollowed(links);
  if (kinds.length > 1) return l10n.t('the text changed, but neither its code nor its tests did');
  const followed = links.some(({ kind, change }) => kind !== kinds[0] && change !== 'same' && change !== 'removed');
  if (kinds[0] === 'implements') {
    return followed ? l10n.t('the text changed and its tests did, but its code did not') : l10n.t('the text changed, but its code did not');
  }
  return followed ? l10n.t('the text changed and its code did, but its tests did not') : l10n.t('the text changed, but its tests did not');
}

/** `new and met, but the code "refund()" in src/refund.ts:1 was there before it and did not change` */
function foundThere({ links, was, is }: Case): string {
  const kinds = untouched(links);
  const old = links.filter(({ change, kind }) => change === 'inherited' && kinds.includes(kind));
  const found = named(old);
  if (was === undefined)
    return old.length > 1
      ? l10n.t('new and {0}, but {1} were there before it and did not change', name(is), found)
      : l10n.t('new and {0}, but {1} was there before it and did not change', name(is), found);
  return old.length > 1
    ? l10n.t('was {0}, is {1}, but {2} were there before it and did not change', name(was), name(is), found)
    : l10n.t('was {0}, is {1}, but {2} was there before it and did not change', name(was), name(is), found);
}

function touch({ links, reworded }: Case): string {
  const changed = links.filter(({ change }) => change === 'changed');
  const added = links.filter(({ change }) => change === 'added');
  const off = links.filter(({ change }) => change === 'disabled');
  const parts = [
    ...emptied(links),
    ...(off.length ? [off.length > 1 ? l10n.t('{0} are switched off', named(off)) : l10n.t('{0} is switched off', named(off))] : []),
    ...(changed.length ? [l10n.t('{0} changed', named(changed))] : []),
    ...(added.length ? [added.length > 1 ? l10n.t('{0} are new', named(added)) : l10n.t('{0} is new', named(added))] : []),
    ...gone(links),
  ];
  return inOne(reworded ? [l10n.t('the text changed'), ...parts] : parts);
}

/** What brought it about. */
function newLinks({ links }: Case): LinkChange[] {
  return links.filter(({ change }) => change === 'added' || change === 'confirmed' || change === 'changed');
}

function emptied(links: readonly LinkChange[]): string[] {
  const empty = links.filter(({ change }) => change === 'emptied');
  return empty.length ? [l10n.t('only the annotation is left of {0}', named(empty))] : [];
}

function gone(links: readonly LinkChange[]): string[] {
  const removed = links.filter(({ change }) => change === 'removed');
  const by = (lostBy: LinkChange['lostBy']): readonly LinkChange[] => removed.filter((link) => link.lostBy === lostBy);
  const [plainly, ambiguous, unread, ignored] = [by(undefined), by('ambiguous'), by('unread'), by('ignored')];
  return [
    ...(plainly.length
      ? [plainly.length > 1 ? l10n.t('{0} no longer point at it', named(plainly)) : l10n.t('{0} no longer points at it', named(plainly))]
      : []),
    ...(ambiguous.length ? [l10n.t('what {0} says could mean several items now', named(ambiguous))] : []),
    ...(unread.length ? [l10n.t('not read any more: {0}', named(unread))] : []),
    ...(ignored.length ? [l10n.t('to be ignored now: {0}', named(ignored))] : []),
  ];
}

function lost({ links, is, was, lowered }: Case): string[] {
  const off = links.filter(({ change }) => change === 'disabled');
  const parts = [
    ...emptied(links),
    ...(off.length
      ? [off.length > 1 ? l10n.t('its tests are switched off: {0}', named(off)) : l10n.t('its test is switched off: {0}', named(off))]
      : []),
    ...gone(links),
    ...(lowered.length ? [l10n.t('what covers it lacks something or is gone: {0}', listed(lowered.slice(0, MOST_NAMED)))] : []),
  ];
  if (is === 'stale') parts.push(l10n.t('the text changed since it was pinned'));
  if (is === 'failing') parts.push(l10n.t('a test of it fails'));
  if (was === 'waived') parts.push(l10n.t('its waiver is not valid any more'));
  return parts;
}

function numbered({ base, head, renumbered }: Case): string[] {
  return renumbered && base && head ? [l10n.t('it was {0} and is {1} now', base.id, head.id)] : [];
}

function orphans({ links }: Case): string[] {
  if (links.length === 0) return [];
  return [links.length > 1 ? l10n.t('{0} were about it', named(links)) : l10n.t('{0} was about it', named(links))];
}

function behind(sentence: string, parts: readonly string[]): string {
  return parts.length ? l10n.t('{0}: {1}', sentence, inOne(parts)) : sentence;
}

function inOne(parts: readonly string[]): string {
  return parts.length ? parts.reduce((some, part) => l10n.t('{0}; {1}', some, part)) : '';
}

function named(links: readonly LinkChange[]): string {
  const shown = links.slice(0, MOST_NAMED).map(nounOf);
  const more = links.length - shown.length;
  return listed([...shown, ...(more > 0 ? [l10n.t('{0} more', more)] : [])]);
}

function nounOf({ kind, symbol, path, range }: LinkChange): string {
  const place = `${path}:${lineOf(range)}`;
  if (kind === 'implements')
    return symbol === undefined ? l10n.t('the code in {0}', place) : l10n.t('the code "{0}" in {1}', symbol, place);
  return symbol === undefined ? l10n.t('the test in {0}', place) : l10n.t('the test "{0}" in {1}', symbol, place);
}

function firstWords({ facts }: NonNullable<LinkChange['from']>): string {
  const text = 'title' in facts ? facts.title : facts.text;
  return cutShort(text, 60);
}
