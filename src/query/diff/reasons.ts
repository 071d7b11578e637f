import type { LinkKind } from '../../model/status.ts';
import type { Case } from './case.ts';
import type { LinkChange, ListName } from './difference.ts';
import { unfollowed } from './judge.ts';

/** More links than this are only counted. */
const MOST_NAMED = 3;

/** Why a criterion is in a list: `was met; the test "refuses" in test/stock.ts:4 is gone`. One sentence, no full stop at the end. */
export function reasonFor(list: ListName, each: Case): string {
  switch (list) {
    case 'met':
      return `${each.was === undefined ? 'new and met' : `was ${each.was}, is met`}${through(each)}`;
    case 'broken':
      return `was ${each.was}, is ${each.is}${behind([...lost(each), ...numbered(each)])}`;
    case 'added':
      return `new and ${each.is}${through(each)}`;
    case 'suspect':
      return suspicion(each);
    case 'touched':
      return touch(each);
    case 'removed':
      return `was ${each.was}, is no longer in the documents${behind(orphans(each))}`;
    case 'waived':
      return `${each.was === undefined ? 'new' : `was ${each.was}`}, is ${each.is === 'exempt' ? 'exempt now: it is marked as one that needs nothing' : `waived now: ${each.waiver ?? 'no reason given'}`}`;
    case 'reworded':
      return `the text changed; ${each.links.length ? 'its links were confirmed' : 'nothing points at it yet'}`;
    case 'renumbered':
      return 'the text is the same, only its id or its document changed';
  }
}

function suspicion({ links }: Case): string {
  const redirected = links.find(({ change }) => change === 'redirected');
  if (redirected?.from) return `${nounOf(redirected)} was written for another text that had this id: "${firstWords(redirected.from)}"`;
  const kinds = unfollowed(links);
  if (kinds.length > 1) return 'the text changed, but neither its code nor its tests did';
  const [still, other] = kinds[0] === 'implements' ? ['code', 'tests'] : ['tests', 'code'];
  const followed = links.some(({ kind, change }) => kind !== kinds[0] && change !== 'same' && change !== 'removed');
  return `the text changed${followed ? ` and its ${other} did` : ''}, but its ${still} did not`;
}

function touch(each: Case): string {
  const { links, reworded } = each;
  const parts = (['changed', 'added', 'removed'] as const).flatMap((change) => {
    const some = links.filter((link) => link.change === change);
    return some.length ? [`${named(some)} ${some.length > 1 ? MANY[change] : ONE[change]}`] : [];
  });
  return `${reworded ? 'the text changed, and ' : ''}${parts.join('; ')}`;
}

const ONE = { changed: 'changed', added: 'is new', removed: 'no longer points at it' } as const;
const MANY = { changed: 'changed', added: 'are new', removed: 'no longer point at it' } as const;

/** ` through the test …`: what brought it about. */
function through({ links }: Case): string {
  const some = links.filter(({ change }) => change === 'added' || change === 'confirmed' || change === 'changed');
  return some.length ? ` through ${named(some)}` : '';
}

function lost({ links, is, was }: Case): string[] {
  const removed = links.filter(({ change }) => change === 'removed');
  const parts = removed.length ? [`${named(removed)} no longer ${removed.length > 1 ? 'point' : 'points'} at it`] : [];
  if (is === 'stale') parts.push('the text changed since it was pinned');
  if (is === 'failing') parts.push('a test of it fails');
  if (was === 'waived') parts.push('its waiver no longer holds');
  return parts;
}

function numbered({ base, head, renumbered }: Case): string[] {
  return renumbered && base && head ? [`it was ${base.id} and is ${head.id} now`] : [];
}

function orphans({ links }: Case): string[] {
  return links.length ? [`${named(links)} ${links.length > 1 ? 'were' : 'was'} about it`] : [];
}

function behind(parts: readonly string[]): string {
  return parts.length ? `: ${parts.join('; ')}` : '';
}

function named(links: readonly LinkChange[]): string {
  const shown = links.slice(0, MOST_NAMED).map(nounOf);
  const more = links.length - shown.length;
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

const NOUNS: Readonly<Record<LinkKind, string>> = { implements: 'the code', verifies: 'the test' };

function nounOf({ kind, symbol, path, range }: LinkChange): string {
  return `${NOUNS[kind]}${symbol === undefined ? '' : ` "${symbol}"`} in ${path}:${range.start.line + 1}`;
}

function firstWords({ facts }: NonNullable<LinkChange['from']>): string {
  const text = 'title' in facts ? facts.title : facts.text;
  return text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text;
}
