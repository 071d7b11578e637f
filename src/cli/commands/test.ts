import { tmpdir } from 'node:os';
import type { Item } from '../../model/item.ts';
import { withCriteria } from '../../model/item.ts';
import { say } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';
import { lookup } from '../../query/lookup.ts';
import { changedScope } from '../../query/gates/scope.ts';
import { wantedItems } from '../../query/running/wantedTest.ts';
import type { WantedItem } from '../../query/running/wantedTest.ts';
import { planWanted, runWanted } from '../../workspace/running/runWanted.ts';
import { whyUntrusted } from '../../workspace/running/trust.ts';
import { UserError } from '../../workspace/userError.ts';
import type { Project } from '../../workspace/project.ts';
import type { Command, CommandContext, ExitCode } from '../command.ts';
import { locate } from '../opening/locate.ts';
import { openWorkspace } from '../opening/open.ts';
import { pickItem } from '../opening/pick.ts';
import { readReview } from '../opening/review.ts';
import { untilInterrupted } from '../terminal/interrupt.ts';
import { planJson, renderOutcomes, renderPlan, renderRun, resultJson } from '../reporting/testReport.ts';

/** `reqtrace test [REF…]`: runs the tests that are linked to requirements, and says how each criterion came out. */
export const test: Command = {
  name: 'test',
  summary: say('run the tests of requirements and criteria, and report by criterion'),
  usage: '[REF…]',
  positionals: { min: 0, max: Number.POSITIVE_INFINITY },
  options: {
    changed: { type: 'boolean', help: say('what the branch touched') },
    base: {
      type: 'string',
      value: 'REV',
      help: say('with --changed, compare with it (default: where the branch left the default branch)'),
    },
    'dry-run': { type: 'boolean', help: say('print the commands and run nothing') },
    timeout: { type: 'string', value: 'SECONDS', help: say('end a runner that takes longer (default: no limit)') },
    format: { type: 'string', value: 'FORMAT', choices: ['text', 'json'], help: say('how to print (default: text)') },
  },
  exitCodes: {
    0: say('every test of every criterion ran and passed; with --dry-run: commands printed'),
    1: say('a test failed'),
    2: say('could not run, or a test was not run'),
  },
  example: 'reqtrace test IP-1.1.1/AC2',

  async run(context) {
    const { args } = context;
    const limit = limitOf(args.value('timeout'));
    if (args.value('base') !== undefined && !args.flag('changed')) throw new UserError(say('--base goes with --changed'));
    if (args.flag('changed') && args.positionals.length > 0)
      throw new UserError(say('--changed chooses the criteria, so none can be named with it'));
    const project = await openWorkspace(context);
    const items = await chosen(context, project);
    const wanted = wantedItems(project.index, items);
    if (wanted.every(({ tests }) => tests.length === 0)) throw new UserError(nothingLinked(wanted, args.flag('changed')));
    return args.flag('dry-run') ? showPlan(context, project, wanted) : runAll(context, project, wanted, limit);
  },
};

function limitOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const seconds = Number(text);
  if (seconds > 0 && seconds <= 1_000_000) return seconds * 1000;
  throw new UserError(say('--timeout takes a number of seconds, as in --timeout 60, not "{0}"', text));
}

function nothingLinked(wanted: readonly WantedItem[], changed: boolean): Message {
  if (wanted.length === 0)
    return changed ? say('The branch touched no criterion, so nothing was run') : say('There is no criterion, so nothing was run');
  const [first] = wanted;
  return wanted.length === 1 && first
    ? say('No test is linked to {0}, so nothing was run', first.item.id)
    : say('No test is linked to any of these criteria, so nothing was run');
}

/** The items that the arguments name: by their ids, by their documents, by what the branch touched; all without arguments. */
async function chosen({ io, args }: CommandContext, project: Project): Promise<readonly Item[]> {
  const { index, root } = project;
  const all = [...index.requirements()];
  if (args.flag('changed')) {
    const base = args.value('base');
    const { comparison, difference } = await readReview(
      root,
      { today: index.today, cacheFolder: project.cacheFolder, ...(base !== undefined && { base }) },
      async () => project,
    );
    const { hasItem } = changedScope(comparison, difference);
    return all.flatMap((requirement) =>
      withCriteria(requirement).filter((item) => hasItem(item) && (item.type === 'criterion' || requirement.criteria.length === 0)),
    );
  }
  if (args.positionals.length === 0) return all;
  return args.positionals.flatMap((argument): readonly Item[] => {
    if (lookup(index, project.reading.ids, argument).kind !== 'unknown') return [pickItem(project, argument)];
    const path = documentOf(argument, io.cwd, root);
    const inside = path === undefined ? [] : all.filter((item) => path === '' || item.path === path || item.path.startsWith(`${path}/`));
    if (path !== undefined && inside.length === 0) throw new UserError(say('{0} defines no requirement', argument));
    return inside.length > 0 ? inside : [pickItem(project, argument)];
  });
}

function documentOf(argument: string, cwd: string, root: string): string | undefined {
  try {
    return locate(argument, cwd, root);
  } catch {
    return undefined;
  }
}

/** What would be run, with results in the folder for temporary files, so that a command can be copied. */
function showPlan({ io, args, palette }: CommandContext, project: Project, wanted: readonly WantedItem[]): ExitCode {
  const plan = planWanted(project, wanted, tmpdir());
  io.stdout.write(args.value('format') === 'json' ? planJson(plan, wanted) : renderPlan(plan, palette));
  return plan.refusals.length > 0 ? 2 : 0;
}

async function runAll(
  context: CommandContext,
  project: Project,
  wanted: readonly WantedItem[],
  limit: number | undefined,
): Promise<ExitCode> {
  const { io, args, palette } = context;
  const untrusted = await whyUntrusted(project.root);
  if (untrusted) throw new UserError(untrusted);
  const ran = await untilInterrupted((signal) =>
    runWanted(project, wanted, {
      signal,
      limit,
      onStart: (run) => void io.stderr.write(renderRun(run, palette)),
      // What a report is made of goes to standard output, what runners say does not.
      onOutput: (text) => void io.stderr.write(text),
    }),
  );
  const { results = [], outcomes = new Map(), items = [] } = ran ?? {};
  io.stdout.write(args.value('format') === 'json' ? resultJson(results, items, outcomes) : renderOutcomes(items, outcomes, palette));
  if (items.some(({ kind }) => kind === 'failed')) return 1;
  return items.every(({ kind }) => kind === 'passed') ? 0 : 2;
}
