import { version } from '../../../package.json';
import type { Finding, Severity } from '../../model/finding.ts';
import { SEVERITIES } from '../../model/finding.ts';
import { say } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';
import { formatsOf, render } from '../../report/formats.ts';
import { UserError } from '../../workspace/userError.ts';
import type { Command } from '../command.ts';
import { EVIDENCE_OPTION } from '../command.ts';
import { checkGates, GATE_OPTIONS } from '../reporting/gate.ts';
import { locate } from '../opening/locate.ts';
import { openWorkspace } from '../opening/open.ts';
import { readReview } from '../opening/review.ts';
import type { RuleChange } from '../../query/diff/rules/ruleChange.ts';
import { isTold, loudnessOf } from '../../query/telling.ts';
import { newFindings } from '../../query/gates/scope.ts';
import type { Project } from '../../workspace/project.ts';
import { checkOutside } from '../reporting/reportOutside.ts';

/** `reqtrace check [PATH…]`: the findings, or the verdict on a gate, and an exit code to stop a build with. */
export const check: Command = {
  name: 'check',
  summary: say('show findings, and fail if one is severe enough or a gate does not hold'),
  usage: '[PATH…]',
  positionals: { min: 0, max: Number.POSITIVE_INFINITY },
  options: {
    'fail-on': {
      type: 'string',
      value: 'SEVERITY',
      choices: [...SEVERITIES, 'never'],
      help: say('lowest severity that fails (default: error)'),
    },
    format: { type: 'string', value: 'FORMAT', choices: formatsOf('check'), help: say('how to print (default: text)') },
    all: { type: 'boolean', help: say('show every finding, even if nothing is set up yet or reqtrace.yaml asks for few') },
    ...EVIDENCE_OPTION,
    gate: { type: 'string', value: 'NAME', help: say('judge this gate of reqtrace.yaml instead (may be given several times)') },
    base: {
      type: 'string',
      value: 'REV',
      help: say(
        'compare with this revision: its rules judge gates, and new findings come first (default for a gate over changes: where the branch left the default branch)',
      ),
    },
    baseline: { type: 'string', value: 'FILE', help: say('file with known debt that a gate accepts') },
    'write-baseline': { type: 'string', value: 'FILE', help: say('write what fails a gate now to this file, as known debt') },
  },
  exitCodes: {
    0: say('no finding at or above --fail-on; the gate holds'),
    1: say('findings at or above --fail-on; the gate does not hold'),
    2: say('could not run; the gate cannot be decided'),
  },
  example: 'reqtrace check --fail-on warning docs src',

  async run(context) {
    const { io, args, palette } = context;
    const gates = [...new Set(args.values('gate'))];
    const alone = gates.length === 0 ? GATE_OPTIONS.find((name) => args.value(name) !== undefined) : undefined;
    if (alone !== undefined) throw new UserError(say('--{0} goes with a gate: add --gate NAME', alone));
    // Annotations that meet no document are references to nothing, too.
    const project = await openWorkspace(context, undefined, { readsAll: true });
    if (gates.length) return checkGates(context, project, gates);
    const paths = args.positionals.map((argument) => locate(argument, io.cwd, project.root));
    const isAsked = ({ path }: { readonly path: FilePath }): boolean =>
      !paths.length || paths.some((asked) => asked === '' || path === asked || path.startsWith(`${asked}/`));
    const loudness = loudnessOf(project.index);
    const { fresh, rules } = await newSince(project, args.value('base'));
    const all = project.index.allFindings().filter(isAsked);
    const findings = fresh ? [...all.filter((each) => fresh.has(each)), ...all.filter((each) => !fresh.has(each))] : all;
    const failing = failingOf(args.value('fail-on') ?? 'error');
    const format = args.value('format') ?? 'text';
    const asksFor = (finding: Finding): boolean =>
      fresh?.has(finding) === true || (args.value('fail-on') !== undefined && failing(finding));
    // What programs read is whole: whoever asks for it chooses there.
    const told =
      format === 'text' && !args.flag('all') ? findings.filter((each) => isTold(each, loudness, project.index) || asksFor(each)) : findings;
    const text = await render('check', format, {
      view: project.index,
      findings: told,
      ...(told.length < findings.length && { untold: untoldOf(findings, told) }),
      ...(rules && { rules }),
      skipped: project.skipped.filter(isAsked),
      palette,
      version,
      fails: failing,
      outside: checkOutside(project),
    });
    io.stdout.write(text);
    return findings.some(failing) ? 1 : 0;
  },
};

/** What the base does not have: findings, and rules by which they are told. */
async function newSince(
  project: Project,
  base: string | undefined,
): Promise<{ readonly fresh?: ReadonlySet<Finding>; readonly rules?: readonly RuleChange[] }> {
  if (base === undefined) return {};
  const { comparison, difference } = await readReview(
    project.root,
    { base, today: project.index.today, cacheFolder: project.cacheFolder },
    async () => project,
  );
  return { fresh: newFindings(comparison), rules: difference.rules };
}

function untoldOf(findings: readonly Finding[], told: readonly Finding[]): readonly Finding[] {
  const shown = new Set(told);
  return findings.filter((finding) => !shown.has(finding));
}

/** Which findings fail the build; those that `--fail-on` names, and graver ones. */
function failingOf(failOn: string): (finding: Finding) => boolean {
  const failing: readonly Severity[] = SEVERITIES.slice(0, SEVERITIES.findIndex((severity) => severity === failOn) + 1);
  return ({ severity }) => failing.includes(severity);
}
