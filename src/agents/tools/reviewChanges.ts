import { LIST_NAMES } from '../../query/diff/difference.ts';
import type { Entry, ListName } from '../../query/diff/difference.ts';
import { lineOf } from '../../model/position.ts';
import { plain } from '../../report/writing/plainText.ts';
import { UserError } from '../../workspace/userError.ts';
import { inEnglish } from '../../model/message.ts';
import type { JudgedGate } from '../askedFolder.ts';
import type { AgentTool } from '../tool.ts';
import { bounded } from '../words.ts';

/** Rows of one list; the others are counted. */
const MOST_ROWS = 8;
const MOST_RULES = 8;
/** What has to be looked at before the work is done. */
const OPEN: readonly ListName[] = ['broken', 'suspect', 'failing', 'added'];

/** What the branch did to the requirements, and whether it holds the gates. */
export const reviewChanges: AgentTool = {
  name: 'review_changes',
  description: 'What the branch did to each criterion (broken, suspect, added, met …), which rules it changed, and whether the gates hold.',
  parameters: {
    base: { type: 'string', description: 'commit or branch to compare with' },
    unclaimed: { type: 'boolean', description: 'also code that nothing claims' },
  },
  output: {
    type: 'object',
    properties: {
      gates: { type: 'string' },
      broken: { type: 'array', items: { type: 'string' } },
      suspect: { type: 'array', items: { type: 'string' } },
      rulesLessened: { type: 'integer' },
    },
    required: ['gates', 'broken', 'suspect', 'rulesLessened'],
  },
  readOnly: true,
  async run(folder, asked) {
    try {
      const { report, gates } = await folder.review({ base: asked.text('base'), unclaimed: asked.flag('unclaimed') });
      if (typeof report === 'string')
        return { text: bounded([plain(report), ...gates.flatMap(gateLines), next(undefined, gates)].join('\n'), 'Open a clone for more.') };
      const { lists, rules, doubts, unclaimed } = report.difference;
      const lessened = rules.filter(({ effect }) => effect !== 'more');
      const lines = [
        `From ${plain(report.base.name)} to ${plain(report.head.name)}`,
        ...doubts.map((doubt) => `Cannot be told: ${plain(doubt)}`),
        ...(rules.length > 0 ? [`Rules changed: ${rules.length}`] : []),
        ...rules.slice(0, MOST_RULES).map(({ path, line, reason }) => `  ${plain(path)}:${line + 1} ${plain(reason)}`),
        ...LIST_NAMES.flatMap((name) => listLines(name, lists[name])),
        ...unclaimed.slice(0, MOST_ROWS).map(({ path, lines: [first] }) => `unclaimed code ${plain(path)}:${(first?.start ?? 0) + 1}`),
        ...(unclaimed.length > MOST_ROWS ? [`and unclaimed code in ${unclaimed.length - MOST_ROWS} more files`] : []),
        ...gates.flatMap(gateLines),
        ...report.notes.map((note) => `Note: ${plain(note)}`),
        next(
          OPEN.find((name) => lists[name].length > 0),
          gates,
        ),
      ];
      const idsOf = (name: ListName): readonly string[] => lists[name].map(({ item }) => plain(item.id));
      return {
        text: bounded(lines.join('\n'), 'Compare with a nearer base.'),
        data: { gates: together(gates), broken: idsOf('broken'), suspect: idsOf('suspect'), rulesLessened: lessened.length },
      };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return { text: plain(inEnglish(error.said)), isError: true };
    }
  },
};

function listLines(name: ListName, entries: readonly Entry[]): readonly string[] {
  if (entries.length === 0) return [];
  return [
    `${name}: ${entries.length}`,
    ...entries
      .slice(0, MOST_ROWS)
      .map(({ item, reason }) => `  ${plain(item.id)}: ${plain(reason)} — ${plain(item.path)}:${lineOf(item.facts.nameRange)}`),
    ...(entries.length > MOST_ROWS ? [`  and ${entries.length - MOST_ROWS} more`] : []),
  ];
}

function gateLines(judged: JudgedGate): readonly string[] {
  const { name } = judged;
  if ('why' in judged) return [`gate ${plain(name)}: undecided, ${plain(judged.why)}`];
  const { decision, conditions } = judged.verdict;
  return [
    `gate ${plain(name)}: ${decision}`,
    ...conditions
      .filter((condition) => condition.decision !== 'holds')
      .map(
        ({ condition, why, obstacles: [first] }) =>
          `  ${plain(condition)}: ${plain(why)}${first ? `; ${plain(first.message)}, mend: ${plain(first.mend)}` : ''}`,
      ),
  ];
}

function together(gates: readonly JudgedGate[]): 'hold' | 'fail' | 'undecided' | 'none' {
  if (gates.length === 0) return 'none';
  const decisions = gates.map((judged) => ('why' in judged ? 'undecided' : judged.verdict.decision));
  if (decisions.includes('fails')) return 'fail';
  return decisions.includes('undecided') ? 'undecided' : 'hold';
}

function next(open: ListName | undefined, gates: readonly JudgedGate[]): string {
  if (open !== undefined) return `Next: read_criterion of what is ${open}.`;
  switch (together(gates)) {
    case 'fail':
      return 'Next: mend what the gate names.';
    case 'undecided':
      return 'Next: run the tests, so that the gate can be decided.';
    case 'hold':
    case 'none':
      return 'Nothing is broken.';
  }
}
