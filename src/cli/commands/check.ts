import type { Finding, Severity } from '../../model/finding.ts';
import { SEVERITIES } from '../../model/finding.ts';
import type { Command } from '../command.ts';
import { FINDING_FORMATS, printFindings } from '../findingFormats.ts';
import { locate } from '../locate.ts';
import { openWorkspace } from '../open.ts';

/** `reqtrace check [PATH…]`: the findings, and an exit code to stop a build with. */
export const check: Command = {
  name: 'check',
  summary: 'show findings, fail if there are any of a severity',
  usage: '[PATH…]',
  positionals: { min: 0, max: Number.POSITIVE_INFINITY },
  options: {
    'fail-on': {
      type: 'string', value: 'SEVERITY', choices: [...SEVERITIES, 'never'], help: 'mildest severity that fails (default: error)',
    },
    format: { type: 'string', value: 'FORMAT', choices: FINDING_FORMATS, help: 'how to print (default: text)' },
  },
  exitCodes: { 0: 'no finding at or above --fail-on', 1: 'findings at or above --fail-on', 2: 'could not run' },
  example: 'reqtrace check --fail-on warning docs src',

  async run(context) {
    const { io, args, palette } = context;
    const project = await openWorkspace(context);
    const paths = args.positionals.map((argument) => locate(argument, io.cwd, project.root));
    const findings = project.index.allFindings()
      .filter((finding) => !paths.length || paths.some((path) => path === '' || finding.path === path || finding.path.startsWith(`${path}/`)));

    io.stdout.write(await printFindings(args.value('format') ?? 'text', findings, project, palette));
    return fails(findings, args.value('fail-on') ?? 'error') ? 1 : 0;
  },
};

function fails(findings: readonly Finding[], failOn: string): boolean {
  const failing: readonly Severity[] = SEVERITIES.slice(0, SEVERITIES.findIndex((severity) => severity === failOn) + 1);
  return findings.some(({ severity }) => failing.includes(severity));
}
