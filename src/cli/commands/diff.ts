import { say } from '../../model/message.ts';
import { isInDispute } from '../../query/diff/crosswise.ts';
import { LIST_NAMES } from '../../query/diff/difference.ts';
import type { Difference } from '../../query/diff/difference.ts';
import { formatsOf, render } from '../../report/formats.ts';
import { gitPrefix } from '../../workspace/past/gitState.ts';
import { UserError } from '../../workspace/userError.ts';
import type { Command, ExitCode } from '../command.ts';
import { cacheFolderOf, openWorkspace, parseToday } from '../opening/open.ts';
import { readReview } from '../opening/review.ts';
import { PERMALINK_OPTION, permalinkOf } from '../reporting/permalink.ts';
import { chooseRoot } from '../opening/root.ts';

/** Among the lists of `--fail-on` stands for rules that ask for less, or may. */
const RULES = 'rules';

/** `reqtrace diff [BASE] [HEAD]`: what a branch did to the requirements. */
export const diff: Command = {
  name: 'diff',
  summary: say('show what a branch did to the requirements'),
  usage: '[BASE] [HEAD]',
  positionals: { min: 0, max: 2 },
  options: {
    staged: { type: 'boolean', help: say('compare what is staged (with BASE, by default HEAD), not the working tree') },
    unclaimed: { type: 'boolean', help: say('also list changed code that no requirement claims') },
    'fail-on': {
      type: 'string',
      value: 'LISTS',
      choices: [...LIST_NAMES, RULES],
      many: true,
      help: say('exit with 1 if one of these lists has entries, or (rules) if the branch weakens the rules'),
    },
    format: { type: 'string', value: 'FORMAT', choices: formatsOf('diff'), help: say('how to print (default: text)') },
    permalink: PERMALINK_OPTION,
  },
  exitCodes: {
    0: say('compared'),
    1: say('entries in a list of --fail-on'),
    2: say('could not compare; with --fail-on, also if something could not be compared'),
  },
  example: 'reqtrace diff origin/main --fail-on broken,suspect',

  async run(context) {
    const { io, args, palette } = context;
    const [base, head] = args.positionals;
    const [staged, unclaimed] = [args.flag('staged'), args.flag('unclaimed')];
    if (staged && head !== undefined) throw new UserError(say('--staged compares with one revision: leave the second one out'));
    const root = chooseRoot(io.cwd, args.value('root'));
    const typed = {
      staged,
      unclaimed,
      environment: io.env,
      cacheFolder: cacheFolderOf(context),
      today: parseToday(args.value('today')),
      ...(base !== undefined && { base }),
      ...(head !== undefined && { head }),
    };
    const format = args.value('format') ?? 'text';
    const permalink = permalinkOf(args, format);
    const report = await readReview(root, typed, () => openWorkspace(context));
    const text = await render('diff', format, {
      report,
      palette,
      permalink,
      outside: { prefix: () => gitPrefix(root) },
    });
    io.stdout.write(text);
    const failing = args.value('fail-on')?.split(',') ?? [];
    return failing.length ? verdict(report.difference, failing) : 0;
  },
};

function verdict(difference: Difference, failing: readonly string[]): ExitCode {
  const { lists, rules, doubts } = difference;
  if (failing.includes(RULES) && rules.some(({ effect }) => effect !== 'more')) return 1;
  if (LIST_NAMES.some((name) => failing.includes(name) && lists[name].some(({ item }) => !isInDispute(difference, item.key)))) return 1;
  return doubts.length ? 2 : 0;
}
