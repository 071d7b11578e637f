import { LIST_NAMES } from '../../query/diff/difference.ts';
import type { Entry, ListName } from '../../query/diff/difference.ts';
import { lineOf } from '../../model/position.ts';
import { nameOf } from '../../query/list.ts';
import { escapeData, escapeProperty } from '../writing/workflowCommand.ts';
import { plain } from '../writing/plainText.ts';
import type { DiffReport } from './diffReport.ts';
import { LIST_WORDS } from './diffReport.ts';

/** How GitHub shows each list beside the changed lines; what is absent is good news. */
const LEVELS: Readonly<Partial<Record<ListName, 'error' | 'warning' | 'notice'>>> = {
  broken: 'error',
  suspect: 'warning',
  added: 'warning',
  touched: 'notice',
  removed: 'notice',
  waived: 'notice',
};

/**
 * The difference as workflow commands of GitHub Actions, one a line, which appear as annotations on the pull request:
 * `::error file=docs/a.md,line=3,title=IP-1/AC2 is broken::was met, is unmet`.
 *
 * @param prefix path of the workspace folder in its repository, empty or with a slash at the end.
 */
export function renderDiffGithub({ difference }: DiffReport, prefix: string): string {
  return LIST_NAMES.flatMap((name) => {
    const level = LEVELS[name];
    return level ? difference.lists[name].map((entry) => command(level, entry, prefix)) : [];
  })
    .map((line) => `${line}\n`)
    .join('');
}

function command(level: string, entry: Entry, prefix: string): string {
  const { item, list, reason } = entry;
  // What is gone has no place in the files as they are.
  const place = list === 'removed' ? [] : [`file=${escapeProperty(prefix + item.path)}`, `line=${lineOf(item.facts.nameRange)}`];
  const title = `${plain(item.id)} is ${LIST_WORDS[list]}`;
  return `::${level} ${[...place, `title=${escapeProperty(title)}`].join(',')}::${escapeData(plain(`${nameOf(item)}: ${reason}`))}`;
}
