import * as l10n from '@vscode/l10n';
import { compareText } from '../../../index/order.ts';
import { say } from '../../../model/message.ts';
import type { Message } from '../../../model/message.ts';
import type { Moment, Pace } from '../../../query/history.ts';
import { git } from '../../git/git.ts';
import { isDay } from '../../../text/day.ts';
import { isShallow, resolveCommit } from '../../git/revisions.ts';
import { UserError } from '../../userError.ts';

/** Which part of the past is to be looked at. */
export interface MomentRequest {
  readonly every: Pace;
  /** A revision, which is looked at too, or the first day. */
  readonly since?: string;
  /** A revision, by default HEAD, or the last day. */
  readonly until?: string;
  /** The newest so many are taken. */
  readonly limit: number;
}

/** The moments that were asked for, oldest first, and what was left out. */
export interface Moments {
  readonly moments: readonly Moment[];
  readonly omitted: number;
  readonly notes: readonly string[];
}

/** An end of the stretch: a commit, or a day in UTC. */
type Bound = { readonly kind: 'commit'; readonly name: string; readonly commit: string } | { readonly kind: 'day'; readonly day: string };

interface Walked {
  readonly commit: string;
  readonly time: number;
  readonly isLast: boolean;
}

/** The end of the year 9999: a later commit has a broken clock, and no four-digit year; one before 1970 has one too. */
const LAST_SECOND = 253_402_300_799;
const DAY_SECONDS = 86_400;
/** A walk through hundreds of thousands of commits takes longer than git is given otherwise; milliseconds. */
const WALK_TIMEOUT = 300_000;

/**
 * Chooses commits of the branch, following first parents so that what was merged counts when it came in; tags wherever they lie in its history.
 *
 * @throws UserError when there is no repository, no such revision, or nothing in between.
 */
export async function chooseMoments(folder: string, request: MomentRequest): Promise<Moments> {
  const { every, limit } = request;
  const head = await resolveCommit(folder, 'HEAD');
  const until = await boundOf(folder, request.until, '--until');
  const since = await boundOf(folder, request.since, '--since');
  const tip = until?.kind === 'commit' ? until.commit : head.commit;
  const base = since?.kind === 'commit' && (await isAncestor(folder, since.commit, tip)) ? since : undefined;
  const excluded = since?.kind === 'commit' ? since.commit : undefined;

  const isWithin = ({ time }: { readonly time: number }): boolean => {
    const day = dayOf(time);
    return (since?.kind !== 'day' || day >= since.day) && (until?.kind !== 'day' || day <= until.day);
  };
  const walked = await walk(folder, tip, excluded);
  const chosen = every === 'tag' ? (await tags(folder, tip, excluded)).filter(isWithin) : commits(walked.filter(isWithin), every);
  const moments = base
    ? [await momentOf(folder, base.commit, base.name), ...chosen.filter(({ commit }) => commit !== base.commit)]
    : chosen;
  if (!moments.length) throw new UserError(nothingThere(request));
  const notes = await cutOff(folder, walked.at(-1), since);
  return { moments: moments.slice(-limit), omitted: Math.max(0, moments.length - limit), notes };
}

/** Day of a commit in UTC, `2026-11-21`: the same wherever it is asked. */
export function dayOf(time: number): string {
  return new Date(time * 1000).toISOString().slice(0, 10);
}

function secondsOf(written: string | undefined): number {
  return Math.min(Math.max(Number(written), 0), LAST_SECOND);
}

async function boundOf(folder: string, written: string | undefined, option: string): Promise<Bound | undefined> {
  if (written === undefined) return undefined;
  try {
    return { kind: 'commit', ...(await resolveCommit(folder, written)) };
  } catch (error) {
    if (isDay(written)) return { kind: 'day', day: written };
    if (error instanceof UserError && /^\d+-\d+-\d+$/u.test(written))
      throw new UserError(say('"{0}" is not a date or a revision: {1} takes YYYY-MM-DD, a branch, a tag or a commit', written, option));
    throw error;
  }
}

async function isAncestor(folder: string, commit: string, of: string): Promise<boolean> {
  return (await git(folder, ['merge-base', '--is-ancestor', commit, of], { timeout: WALK_TIMEOUT }))?.exitCode === 0;
}

/** First parents, newest first. */
async function walk(folder: string, tip: string, excluded: string | undefined): Promise<Walked[]> {
  return revisions(folder, ['--first-parent', tip, ...(excluded === undefined ? [] : [`^${excluded}`])]);
}

async function momentOf(folder: string, commit: string, name: string): Promise<Moment> {
  const [walked] = await revisions(folder, ['--no-walk', commit]);
  return { name: walked && isHash(name) ? name.slice(0, 10) : name, commit, time: walked?.time ?? 0 };
}

function isHash(name: string): boolean {
  return /^[0-9a-f]{11,64}$/u.test(name);
}

/** Not `git log`, which looks at the user's settings for it. */
async function revisions(folder: string, args: readonly string[]): Promise<Walked[]> {
  const answer = await git(folder, ['rev-list', '--timestamp', '--parents', ...args], { timeout: WALK_TIMEOUT });
  if (answer?.exitCode !== 0)
    throw new UserError(say('git could not list the commits: "git rev-list {0}" failed in {1}', args.join(' '), folder));
  return answer.output
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [time, commit = '', ...parents] = line.split(' ');
      return { commit, time: secondsOf(time), isLast: parents.length === 0 };
    });
}

/** @param walked newest first. */
function commits(walked: readonly Walked[], every: 'week' | 'commit'): Moment[] {
  const weeks = new Set<number>();
  return walked
    .filter(({ time }) => {
      const week = weekOf(time);
      if (every === 'week' && weeks.has(week)) return false;
      weeks.add(week);
      return true;
    })
    .map(({ commit, time }) => ({ name: commit.slice(0, 10), commit, time }))
    .reverse();
}

/** Number of the week, Monday to Sunday as in ISO 8601; 1970 began on a Thursday. */
function weekOf(time: number): number {
  return Math.floor((time / DAY_SECONDS + 3) / 7);
}

/** Tags in the history of a commit, those on the same commit as one, by the time of their commits. */
async function tags(folder: string, tip: string, excluded: string | undefined): Promise<Moment[]> {
  const before = new Set(excluded === undefined ? [] : (await tagsIn(folder, excluded)).map(({ commit }) => commit));
  const byCommit = new Map<string, { readonly names: string[]; readonly time: number }>();
  for (const { name, commit, time } of await tagsIn(folder, tip)) {
    if (before.has(commit)) continue;
    const known = byCommit.get(commit);
    if (known) known.names.push(name);
    else byCommit.set(commit, { names: [name], time });
  }
  return Array.from(byCommit, ([commit, { names, time }]) => ({ name: names.join(', '), commit, time })).sort(
    (a, b) => a.time - b.time || compareText(a.name, b.name),
  );
}

async function tagsIn(folder: string, tip: string): Promise<Moment[]> {
  const format = '%(refname:strip=2)%00%(objectname)%00%(committerdate:unix)%00%(*objectname)%00%(*committerdate:unix)';
  const answer = await git(folder, ['for-each-ref', '--sort=refname', `--merged=${tip}`, `--format=${format}`, 'refs/tags'], {
    timeout: WALK_TIMEOUT,
  });
  if (answer?.exitCode !== 0) throw new UserError(say('git could not list the tags in {0}', folder));
  return answer.output
    .split('\n')
    .filter(Boolean)
    .flatMap((line) => {
      const [name = '', object = '', time, tagged, taggedTime] = line.split('\0');
      if (tagged && taggedTime) return [{ name, commit: tagged, time: secondsOf(taggedTime) }];
      return time ? [{ name, commit: object, time: secondsOf(time) }] : [];
    });
}

/** Where the history of a shallow clone ends, if that is before it was meant to. */
async function cutOff(folder: string, oldest: Walked | undefined, since: Bound | undefined): Promise<string[]> {
  if (!oldest?.isLast || (since?.kind === 'day' && dayOf(oldest.time) < since.day) || !(await isShallow(folder))) return [];
  // git hides the parents that a shallow clone does not have; the commit itself names them.
  const stored = await git(folder, ['cat-file', 'commit', oldest.commit]);
  if (!/^[^\n]*\nparent /u.test(stored?.output ?? '')) return [];
  return [
    l10n.t(
      'This clone is shallow: its history ends at {0} of {1}; fetch the rest, as with "git fetch --unshallow"',
      oldest.commit.slice(0, 10),
      dayOf(oldest.time),
    ),
  ];
}

function nothingThere({ every, since, until }: MomentRequest): Message {
  return every === 'tag' ? noTag(since, until) : noCommit(since, until);
}

function noTag(since: string | undefined, until: string | undefined): Message {
  if (since === undefined)
    return until === undefined
      ? say('There is no tag in the history of this branch: use --every week or --every commit')
      : say('There is no tag in the history until {0}: use --every week or --every commit', until);
  return until === undefined
    ? say('There is no tag in the history since {0}: use --every week or --every commit', since)
    : say('There is no tag in the history since {0} until {1}: use --every week or --every commit', since, until);
}

function noCommit(since: string | undefined, until: string | undefined): Message {
  if (since === undefined) return until === undefined ? say('There is no commit') : say('There is no commit until {0}', until);
  return until === undefined ? say('There is no commit since {0}', since) : say('There is no commit since {0} until {1}', since, until);
}
