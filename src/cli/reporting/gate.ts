import * as l10n from '@vscode/l10n';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import type { Configuration } from '../../model/configuration.ts';
import { inARow, say, sayMany } from '../../model/message.ts';
import type { Gate } from '../../model/gate.ts';
import { asksForBase, gateNamed } from '../../model/gate.ts';
import { debtOf, doubtOfDebt, evaluateGate } from '../../query/gates/evaluate.ts';
import { formatDebt, parseDebt } from '../../query/gates/debt.ts';
import { changedScope, EVERYTHING } from '../../query/gates/scope.ts';
import { byEffect } from '../../query/diff/rules/ruleChange.ts';
import type { RuleChange } from '../../query/diff/rules/ruleChange.ts';
import type { Decision, GateVerdict } from '../../query/gates/verdict.ts';
import { gravest } from '../../query/gates/verdict.ts';
import { formatsOf, render } from '../../report/formats.ts';
import { localised } from '../../text/words/localised.ts';
import { gitPrefix } from '../../workspace/past/gitState.ts';
import type { Project } from '../../workspace/project.ts';
import { UserError } from '../../workspace/userError.ts';
import { withSuggestion } from '../terminal/arguments.ts';
import type { CommandContext, ExitCode } from '../command.ts';
import { openWorkspace } from '../opening/open.ts';
import type { ReadReview } from '../opening/review.ts';
import { readReview } from '../opening/review.ts';
import { save } from '../writing/save.ts';
import type { BaseRules, ChosenRules } from './gateRules.ts';
import { isInRepository } from '../../workspace/past/review/bases.ts';
import { baseTextOf, changedConfiguration, chooseRules, differs, readBaseRules } from './gateRules.ts';
import { uniqueBy } from '../../text/grouping.ts';

const EXIT_CODES: Readonly<Record<Decision, ExitCode>> = { holds: 0, fails: 1, undecided: 2 };

/** Options of `reqtrace check` that only go with `--gate`. */
export const GATE_OPTIONS = ['baseline', 'write-baseline'] as const;

/**
 * Judges gates and prints the verdicts, or writes down what is in their way now.
 *
 * @throws UserError where one cannot be decided because the gate, the base or the file of known debt is missing.
 */
export async function checkGates(context: CommandContext, project: Project, names: readonly string[]): Promise<ExitCode> {
  const { io, args, palette } = context;
  const format = args.value('format') ?? 'text';
  const formats = formatsOf('gate');
  if (!formats.includes(format)) throw new UserError(say('--gate prints {0}, not {1}', inARow(formats), format));
  if (args.positionals.length) throw new UserError(say('--gate judges the whole workspace folder: leave the paths out'));
  const written = args.value('write-baseline');
  if (written !== undefined) return writeDebt(context, project, names, written);
  const verdicts = await judgeGates(context, project, names);
  io.stdout.write(await render('gate', format, { verdicts, palette, outside: { prefix: () => gitPrefix(project.root) } }));
  return EXIT_CODES[gravest(verdicts.map(({ decision }) => decision))];
}

/**
 * The verdicts on gates, in the order of their names, by the rules and the known debt that count for each.
 *
 * @throws UserError for want of a gate, the base or the file of known debt.
 */
async function judgeGates(context: CommandContext, project: Project, names: readonly string[]): Promise<readonly GateVerdict[]> {
  const judge = await Judge.of(context, project, names);
  const verdicts: GateVerdict[] = [];
  for (const name of names) verdicts.push(await judge.verdict(name));
  return verdicts;
}

/**
 * The verdict on one gate, for a report that fails by it.
 *
 * @throws UserError for want of the gate or the base.
 */
export async function verdictOn(context: CommandContext, project: Project, name: string): Promise<GateVerdict> {
  return (await Judge.of(context, project, [name])).verdict(name);
}

async function writeDebt({ io }: CommandContext, project: Project, names: readonly string[], file: string): Promise<ExitCode> {
  const gates = names.map((name) => ownGate(project.index.configuration, name));
  const doubt = gates.map((gate) => doubtOfDebt(project.index, { gate, scope: EVERYTHING })).find((each) => each !== undefined);
  if (doubt !== undefined) throw new UserError(say('Not written: {0} would be no list of known debt, since {1}', file, doubt));
  const debt = gates.flatMap((gate) => debtOf(project.index, { gate, scope: EVERYTHING }));
  await save(resolve(io.cwd, file), file, formatDebt(debt));
  io.stdout.write(`${localised(sayMany('Wrote {0} entry to {1}', 'Wrote {0} entries to {1}', new Set(debt).size, file))}\n`);
  return 0;
}

/** The gate of the folder's own reqtrace.yaml. */
function ownGate(configuration: Configuration, name: string): Gate {
  const gate = gateNamed(configuration.gates, name);
  if (!gate) throw noGate(configuration, name);
  return gate;
}

function noGate({ gates }: Configuration, name: string): UserError {
  const names = Object.keys(gates);
  if (!names.length)
    return new UserError(
      say(
        '{0} has no gates: write one under "gates", as in gates: {1}',
        CONFIGURATION_FILE,
        `{ ${/^[\w-]+$/u.test(name) ? name : 'merge'}: { max: { unmet: 0 } } }`,
      ),
    );
  const missing = say('{0} has no gate {1}', CONFIGURATION_FILE, name);
  return new UserError(withSuggestion(missing, name, names) ?? say('{0}; it has {1}', missing, inARow(names)));
}

/** Judges gates of one folder. What several of them need is read once. */
class Judge {
  readonly #context: CommandContext;
  readonly #project: Project;
  readonly #base: BaseRules | undefined;
  readonly #configuration: readonly RuleChange[];
  /** Why there is no base in a repository; nobody misses one elsewhere. */
  readonly #noBase: string | undefined;
  /** The folder under the rules of the base, where those are others. */
  #byBase: Promise<Project> | undefined;
  readonly #reviews = new Map<Project, Promise<ReadReview>>();

  private constructor(
    context: CommandContext,
    project: Project,
    base: BaseRules | undefined,
    configuration: readonly RuleChange[],
    noBase: string | undefined,
  ) {
    this.#context = context;
    this.#project = project;
    this.#base = base;
    this.#configuration = configuration;
    this.#noBase = noBase;
  }

  /** @throws UserError where a base is asked for and there is none. */
  static async of(context: CommandContext, project: Project, names: readonly string[]): Promise<Judge> {
    const named = context.args.value('base');
    const { gates } = project.index.configuration;
    const asks = names.filter((name) => {
      const gate = gateNamed(gates, name);
      return gate !== undefined && asksForBase(gate);
    });
    let base: BaseRules | undefined;
    let noBase: string | undefined;
    try {
      base = await readBaseRules(project.root, named);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      // Without one, gates over everything are judged as they are written here.
      if (named !== undefined || asks.length)
        throw new UserError(say('Gate {0} cannot be decided: {1}', asks[0] ?? names[0] ?? '', error.said));
      if (await isInRepository(project.root)) noBase = localised(error.said);
    }
    return new Judge(context, project, base, await changedConfiguration(project, base), noBase);
  }

  async verdict(name: string): Promise<GateVerdict> {
    const chosen = chooseRules(name, this.#project, this.#base);
    const { gate } = chosen;
    if (!gate) throw noGate(this.#base?.configuration ?? this.#project.index.configuration, name);
    const isCompared = this.#context.args.value('base') !== undefined || asksForBase(gate);
    if (!isCompared || !this.#base) return this.#alone(name, chosen, gate);
    const project =
      chosen.rules === 'base' && (await differs(this.#project, this.#base)) ? await this.#underBase(this.#base) : this.#project;
    const review = await this.#review(project);
    const { comparison, difference } = review;
    const known = await this.#knownDebt(chosen, this.#base);
    return evaluateGate(project.index, {
      name,
      gate,
      scope: gate.scope === 'all' ? EVERYTHING : changedScope(comparison, difference, review.others),
      known: known.entries,
      difference,
      doubt: whyNothing(review),
      grounds: {
        base: review.base,
        head: { name: review.head.name, ...(review.head.on !== undefined && { commit: review.head.on }) },
        rules: chosen.rules,
        changedRules: byEffect(unique([...this.#configuration, ...difference.rules])),
        notes: [
          ...chosen.notes,
          ...(project === this.#project
            ? []
            : [l10n.t('judged by {0} of {1}, which this branch changes', CONFIGURATION_FILE, review.base.name)]),
          ...difference.doubts,
          ...review.notes,
          ...known.notes,
        ],
      },
    });
  }

  /** Over everything, with nothing to compare with but the rules. */
  async #alone(name: string, { gate: _gate, ...chosen }: ChosenRules, gate: Gate): Promise<GateVerdict> {
    const { configuration } = this.#project.index;
    const own = gateNamed(configuration.gates, name) ?? gate;
    const known = await this.#knownDebt({ ...chosen, rules: 'head' }, undefined);
    const [first] = this.#configuration;
    const unknown =
      this.#noBase && l10n.t('{0} was taken as it is here, with no base that could have another: {1}', CONFIGURATION_FILE, this.#noBase);
    const note =
      first &&
      l10n.t(
        '{0} differs from that of {1} and was taken as it is here; --base has it judged by that',
        CONFIGURATION_FILE,
        this.#base?.ends.base.name ?? '',
      );
    return evaluateGate(this.#project.index, {
      name,
      gate: own,
      scope: EVERYTHING,
      known: known.entries,
      grounds: { rules: 'head', changedRules: this.#configuration, notes: [note, unknown].filter((each) => each !== undefined) },
    });
  }

  #underBase({ text }: BaseRules): Promise<Project> {
    this.#byBase ??= openWorkspace(this.#context, undefined, { readsAll: true, openTexts: new Map([[CONFIGURATION_FILE, text]]) });
    return this.#byBase;
  }

  #review(project: Project): Promise<ReadReview> {
    const known = this.#reviews.get(project);
    if (known) return known;
    const base = this.#context.args.value('base');
    const typed = { today: project.index.today, cacheFolder: project.cacheFolder, ...(base !== undefined && { base }) };
    const review = readReview(project.root, typed, async () => project);
    this.#reviews.set(project, review);
    return review;
  }

  /** Known debt as the base has it, since a branch could write down its own; as it is here where the base has no such file. */
  async #knownDebt(
    { rules }: Pick<ChosenRules, 'rules'>,
    base: BaseRules | undefined,
  ): Promise<{ readonly entries: ReadonlySet<string>; readonly notes: readonly string[] }> {
    const file = this.#context.args.value('baseline');
    if (file === undefined) return { entries: new Set(), notes: [] };
    const path = resolve(this.#context.io.cwd, file);
    const own = debtIn(file, await textOf(path, file));
    const text = base && (await baseTextOf(this.#project.root, base, path));
    if (!base || rules === 'head') return { entries: own, notes: [] };
    if (text === undefined) return { entries: own, notes: [l10n.t('{0} is new, {1} does not have it', file, base.ends.base.name)] };
    const entries = debtIn(file, text, base.ends.base.name);
    const added = [...own].filter((line) => !entries.has(line));
    const note = sayMany(
      'not counted of {1}: {0} line that {2} does not have',
      'not counted of {1}: {0} lines that {2} does not have',
      added.length,
      file,
      base.ends.base.name,
    );
    return { entries, notes: added.length ? [localised(note)] : [] };
  }
}

/** Why nothing can be said of what a branch did, though git could compare. */
function whyNothing({ comparison, base, head }: ReadReview): string | undefined {
  if (comparison.files.length || base.commit !== head.on) return undefined;
  return l10n.t('{0} and what is checked out are the same commit, so there is nothing to judge: name another base', base.name);
}

function unique(changes: readonly RuleChange[]): RuleChange[] {
  return uniqueBy(changes, ({ path, reason }) => `${path}\0${reason}`);
}

async function textOf(path: string, file: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new UserError(say('Cannot read {0}: write it first, with --write-baseline {0}', file));
  }
}

/** @param at whose file it is, if not that of the folder: `main`. */
function debtIn(file: string, text: string, at?: string): ReadonlySet<string> {
  const known = parseDebt(text);
  if (known) return known;
  throw new UserError(
    at === undefined
      ? say('{0} has marks of a merge conflict: keep the lines that both sides have, and run this again', file)
      : say('{0} of {1} has marks of a merge conflict: keep the lines that both sides have, and run this again', file, at),
  );
}
