import type { Entry, ListName } from '../../query/diff/difference.ts';
import type { RuleChange } from '../../query/diff/rules/ruleChange.ts';
import { lineOf } from '../../model/position.ts';
import { nameOf } from '../../query/list.ts';
import { escapeData, escapeProperty, fewPerLevel } from '../writing/workflowCommand.ts';
import { plain } from '../writing/plainText.ts';
import type { DiffReport } from './diffReport.ts';
import { LIST_WORDS, sectionsOf } from './diffReport.ts';

/** How GitHub shows each list beside the changed lines; what is absent is good news. */
const LEVELS: Readonly<Partial<Record<ListName, 'error' | 'warning' | 'notice'>>> = {
  broken: 'error',
  suspect: 'warning',
  added: 'warning',
  touched: 'notice',
  removed: 'notice',
  waived: 'warning',
  failing: 'notice',
};

/**
 * The difference as workflow commands of GitHub Actions, one a line, which appear as annotations on the pull request:
 * `::error file=docs/a.md,line=3,title=IP-1/AC2 is broken::was met, is unmet`.
 *
 * @param prefix path of the workspace folder in its repository, empty or with a slash at the end.
 */
export function renderDiffGithub({ difference }: DiffReport, prefix: string): string {
  const { rules, doubts } = difference;
  const entries = sectionsOf(difference).flatMap(({ list, isOpen, entries: own }) => {
    // What is gone and had something for it is more than a notice.
    const level = list === 'removed' && isOpen ? 'warning' : LEVELS[list];
    return level ? own.map((entry) => ({ level, command: command(level, entry, prefix) })) : [];
  });
  return fewPerLevel([
    ...doubts.map((doubt) => ({ level: 'warning', command: `::warning title=reqtrace::${escapeData(plain(doubt))}` })),
    ...rules.filter(({ effect }) => effect !== 'more').map((rule) => ({ level: 'warning', command: ruleCommand(rule, prefix) })),
    ...entries,
  ]);
}

/** A rule that changed, beside it: `::warning file=reqtrace.yaml,line=4,title=Rule changed::…`. */
export function ruleCommand({ path, line, reason }: RuleChange, prefix: string): string {
  return `::warning file=${escapeProperty(plain(prefix + path))},line=${line + 1},title=Rule changed::${escapeData(plain(reason))}`;
}

function command(level: string, entry: Entry, prefix: string): string {
  const { item, list, reason } = entry;
  // What is gone has no place in the files as they are.
  const place = list === 'removed' ? [] : [`file=${escapeProperty(plain(prefix + item.path))}`, `line=${lineOf(item.facts.nameRange)}`];
  const title = `${plain(item.id)} is ${LIST_WORDS[list]}`;
  return `::${level} ${[...place, `title=${escapeProperty(title)}`].join(',')}::${escapeData(plain(`${nameOf(item)}: ${reason}`))}`;
}
