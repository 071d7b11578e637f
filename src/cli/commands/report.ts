import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { version } from '../../../package.json';
import { say } from '../../model/message.ts';
import { messageOf } from '../../text/errors.ts';
import { snapshotDifference, unreadOf } from '../../report/coverage/snapshot.ts';
import { formatsOf, render } from '../../report/formats.ts';
import { REPORT_VERSIONS } from '../../report/json/report.ts';
import { PLAIN } from '../../report/writing/palette.ts';
import { UserError } from '../../workspace/userError.ts';
import type { Command } from '../command.ts';
import { EVIDENCE_OPTION } from '../command.ts';
import { openWorkspace } from '../opening/open.ts';
import { verdictOn } from '../reporting/gate.ts';
import { PERMALINK_OPTION, permalinkOf } from '../reporting/permalink.ts';
import { reportOutside } from '../reporting/reportOutside.ts';
import { spokenPageLanguage } from '../../report/html/pageLanguage.ts';
import { save } from '../writing/save.ts';

/** `reqtrace report [FOLDER]`: coverage of every document and what is not met. */
export const report: Command = {
  name: 'report',
  summary: say('show coverage by document and what is not met'),
  usage: '[FOLDER]',
  positionals: { min: 0, max: 1 },
  options: {
    format: { type: 'string', value: 'FORMAT', choices: formatsOf('report'), help: say('how to print (default: text)') },
    ...EVIDENCE_OPTION,
    check: {
      type: 'string',
      value: 'FILE',
      help: say('snapshot only: compare with the snapshot in this file, and exit with 1 if it differs'),
    },
    output: { type: 'string', short: 'o', value: 'FILE', help: say('write to this file instead of standard output') },
    base: {
      type: 'string',
      value: 'REV',
      help: say(
        'markdown and html: begin with what happened to the requirements since this revision; junit: what a gate over changes compares with',
      ),
    },
    gate: { type: 'string', value: 'NAME', help: say('junit only: criteria that this gate does not accept fail instead of being skipped') },
    permalink: { ...PERMALINK_OPTION, help: say('markdown and html: address of a line of a file, with {path} and {line} in it') },
    blame: { type: 'boolean', help: say('html only: who linked what and when, from git blame') },
    history: { type: 'boolean', help: say('html only: a chart of the coverage week by week') },
    'schema-version': {
      type: 'string',
      value: 'NUMBER',
      choices: REPORT_VERSIONS.map(String),
      help: say('json only: version of the schema (default: 2)'),
    },
  },
  exitCodes: {
    0: say('report written, or the same as the snapshot of --check'),
    1: say('another state than the snapshot of --check'),
    2: say('could not run'),
  },
  example: 'reqtrace report --format html --output coverage.html',

  async run(context) {
    const { io, args, palette } = context;
    const project = await openWorkspace(context, args.positionals[0]);
    const output = args.value('output');
    const format = args.value('format') ?? 'text';
    const base = args.value('base');
    if (args.flag('blame') && format !== 'html') throw new UserError(say('Option --{0} is for --format {1}', 'blame', 'html'));
    if (args.flag('history') && format !== 'html') throw new UserError(say('Option --{0} is for --format {1}', 'history', 'html'));
    const gate = args.value('gate');
    if (gate !== undefined && format !== 'junit') throw new UserError(say('Option --{0} is for --format {1}', 'gate', 'junit'));
    if (base !== undefined && format !== 'markdown' && format !== 'html' && gate === undefined)
      throw new UserError(say('Option --base is for --format markdown and html, and for junit with --gate'));
    const kept = await keptSnapshot(io.cwd, args.value('check'), { format, hasOutput: output !== undefined });
    const permalink = permalinkOf(args, format, ['markdown', 'html']);
    const schemaVersion = REPORT_VERSIONS.find((version) => String(version) === args.value('schema-version'));
    if (schemaVersion !== undefined && format !== 'json')
      throw new UserError(say('Option --{0} is for --format {1}', 'schema-version', 'json'));
    const verdict = gate === undefined ? undefined : await verdictOn(context, project, gate);
    const text = await render('report', format, {
      view: project.index,
      findings: project.index.allFindings(),
      skipped: project.skipped,
      palette: output === undefined ? palette : PLAIN,
      version,
      ...(schemaVersion !== undefined && { schemaVersion }),
      permalink,
      ...(verdict && { gate: verdict }),
      language: spokenPageLanguage(),
      outside: reportOutside(project, {
        blame: args.flag('blame'),
        history: args.flag('history'),
        base,
        dateIsGiven: args.value('today') !== undefined,
      }),
    });
    if (kept !== undefined) {
      const [unread] = unreadOf(project.index);
      if (unread) throw new UserError(say('Not everything could be read: {0}', unread));
      const difference = snapshotDifference(kept.text, text);
      io.stdout.write(difference.length === 0 ? l10n.t('{0} is up to date.', kept.name) : differs(kept.name, difference));
      io.stdout.write('\n');
      return difference.length === 0 ? 0 : 1;
    }
    if (output === undefined) io.stdout.write(text);
    else await save(resolve(io.cwd, output), output, text);
    return 0;
  },
};

/** The snapshot that is kept; undefined if none is asked for. */
async function keptSnapshot(
  cwd: string,
  name: string | undefined,
  { format, hasOutput }: { readonly format: string; readonly hasOutput: boolean },
): Promise<{ readonly name: string; readonly text: string } | undefined> {
  if (name === undefined) return undefined;
  if (format !== 'snapshot') throw new UserError(say('Option --{0} is for --format {1}', 'check', 'snapshot'));
  if (hasOutput) throw new UserError(say('Option --{0} does not go with --{1}', 'output', 'check'));
  try {
    return { name, text: await readFile(resolve(cwd, name), 'utf8') };
  } catch (error) {
    throw new UserError(say('{0} cannot be read: {1}', name, messageOf(error)));
  }
}

function differs(name: string, difference: readonly string[]): string {
  const head = l10n.t('{0} differs from the present state (- is in the file, + is now):', name);
  const mend = l10n.t('If that is right, write it again: {0}', `reqtrace report --format snapshot --output ${name}`);
  return [head, '', ...difference, '', mend].join('\n');
}
