import { say } from '../../../model/message.ts';
import { escapeHtml } from '../../writing/html.ts';
import type { HtmlWords } from '../pageLanguage.ts';

/** What a page is about and when it was made. */
export interface PageIdentity {
  readonly version: string;
  /** The day that waivers are held against, `2026-11-21`. */
  readonly date: string;
  /** True where somebody asked for that day, so that it is not when the page was made. */
  readonly dateIsGiven?: boolean;
  readonly commit?: string;
  /** Day of that commit. */
  readonly committed?: string;
  readonly branch?: string;
  /** True if tracked files differ from the commit. */
  readonly modified: boolean;
}

/** What every page says of itself below its title. */
export function originHtml(
  { date, dateIsGiven = false, commit, committed, branch, modified, version }: PageIdentity,
  html: HtmlWords,
): string {
  const parts: [name: string, value: string][] = [];
  if (commit !== undefined) {
    const code = `<code>${escapeHtml(commit)}</code>`;
    parts.push([html(say('Commit')), modified ? html(say('{0} with uncommitted changes', '{0}')).replace('{0}', () => code) : code]);
  }
  if (branch !== undefined) parts.push([html(say('Branch')), `<code>${escapeHtml(branch)}</code>`]);
  if (committed !== undefined) parts.push([html(say('Date of the commit')), timeHtml(committed)]);
  // The day that was asked for may be any, and must not pass for the day on which the page was made.
  parts.push([html(dateIsGiven ? say('As of (--today)') : say('Date of this report')), timeHtml(date)]);
  parts.push([html(say('Made by')), `ReqTrace ${escapeHtml(version)}`]);
  return `<dl class="origin">${parts.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`).join('')}</dl>`;
}

/** What is on each sheet of paper: the folder, the commit and the day. */
export function footOf(name: string, { commit, modified, date }: PageIdentity): string[] {
  return [name, ...(commit === undefined ? [] : [`${commit.slice(0, 10)}${modified ? '+' : ''}`]), date];
}

function timeHtml(day: string): string {
  return `<time datetime="${escapeHtml(day)}">${escapeHtml(day)}</time>`;
}
