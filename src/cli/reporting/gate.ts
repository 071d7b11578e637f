import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import type { Configuration } from '../../model/configuration.ts';
import type { Gate } from '../../model/gate.ts';
import { debtOf, doubtOfDebt, evaluateGate } from '../../query/gates/evaluate.ts';
import { formatDebt, parseDebt } from '../../query/gates/debt.ts';
import { changedScope, EVERYTHING } from '../../query/gates/scope.ts';
import type { GateScope } from '../../query/gates/scope.ts';
import type { Decision } from '../../query/gates/verdict.ts';
import { formatsOf, render } from '../../report/formats.ts';
import { count } from '../../report/writing/plainText.ts';
import { gitPrefix } from '../../workspace/past/gitState.ts';
import type { Project } from '../../workspace/project.ts';
import { UserError } from '../../workspace/userError.ts';
import { didYouMeanOneOf } from '../terminal/arguments.ts';
import type { CommandContext, ExitCode } from '../command.ts';
import { readReview } from '../opening/review.ts';
import { save } from '../writing/save.ts';

const EXIT_CODES: Readonly<Record<Decision, ExitCode>> = { holds: 0, fails: 1, undecided: 2 };

/** Options of `reqtrace check` that only go with `--gate`. */
export const GATE_OPTIONS = ['base', 'baseline', 'write-baseline'] as const;

/**
 * Judges a gate and prints the verdict, or writes down what stands in its way now.
 *
 * @throws UserError where it cannot be decided for want of the gate, the base or the file of known debt.
 */
export async function checkGate(context: CommandContext, project: Project, name: string): Promise<ExitCode> {
  const { io, args, palette } = context;
  const format = args.value('format') ?? 'text';
  const formats = formatsOf('gate');
  if (!formats.includes(format)) throw new UserError(`--gate prints ${formats.join(', ')}, not ${format}`);
  if (args.positionals.length) throw new UserError('--gate judges the whole workspace folder: leave the paths out');
  const gate = findGate(project.index.configuration, name);
  const written = args.value('write-baseline');
  if (written !== undefined) {
    const doubt = doubtOfDebt(project.index, { gate, scope: EVERYTHING });
    if (doubt !== undefined) throw new UserError(`Not written: ${written} would be no list of known debt, since ${doubt}`);
    const debt = debtOf(project.index, { gate, scope: EVERYTHING });
    await save(resolve(io.cwd, written), written, formatDebt(debt));
    io.stdout.write(`Wrote ${count(new Set(debt).size, 'entry', 'entries')} to ${written}\n`);
    return 0;
  }
  const verdict = evaluateGate(project.index, {
    name,
    gate,
    scope: await scopeOf(context, project, name, gate),
    known: await knownDebt(io.cwd, args.value('baseline')),
  });
  io.stdout.write(await render('gate', format, { verdict, palette, outside: { prefix: () => gitPrefix(project.root) } }));
  return EXIT_CODES[verdict.decision];
}

function findGate({ gates }: Configuration, name: string): Gate {
  const gate = Object.hasOwn(gates, name) ? gates[name] : undefined;
  if (gate) return gate;
  const names = Object.keys(gates);
  if (!names.length)
    throw new UserError(
      `${CONFIGURATION_FILE} has no gates: write one under "gates", as in gates: { ${/^[\w-]+$/u.test(name) ? name : 'merge'}: { max: { unmet: 0 } } }`,
    );
  throw new UserError(`${CONFIGURATION_FILE} has no gate ${name}${didYouMeanOneOf(name, names) || `; it has ${names.join(', ')}`}`);
}

async function scopeOf(context: CommandContext, project: Project, name: string, { scope }: Gate): Promise<GateScope> {
  if (scope === 'all') return EVERYTHING;
  const base = context.args.value('base');
  try {
    const { comparison, difference } = await readReview(
      project.root,
      { today: project.index.today, ...(base !== undefined && { base }) },
      async () => project,
    );
    return changedScope(comparison, difference);
  } catch (error) {
    throw error instanceof UserError ? new UserError(`Gate ${name} cannot be decided: ${error.message}`) : error;
  }
}

async function knownDebt(cwd: string, file: string | undefined): Promise<ReadonlySet<string>> {
  if (file === undefined) return new Set();
  let text: string;
  try {
    text = await readFile(resolve(cwd, file), 'utf8');
  } catch {
    throw new UserError(`Cannot read ${file}: write it first, with --write-baseline ${file}`);
  }
  const known = parseDebt(text);
  if (!known) throw new UserError(`${file} has marks of a merge conflict: keep the lines that both sides have, and run this again`);
  return known;
}
