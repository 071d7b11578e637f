import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { compare } from '../../query/diff/compare.ts';
import { renderDiffMarkdown } from '../../report/diff/markdown.ts';
import { renderCsv } from '../../report/coverage/csv.ts';
import { renderJson } from '../../report/json/report.ts';
import { renderJUnit } from '../../report/coverage/junit.ts';
import { renderMarkdown } from '../../report/coverage/markdown.ts';
import type { Palette } from '../../report/writing/palette.ts';
import { PLAIN } from '../../report/writing/palette.ts';
import { renderText } from '../../report/coverage/text.ts';
import { readHistory } from '../../workspace/past/history.ts';
import type { Project } from '../../workspace/project.ts';
import { openReview } from '../../workspace/past/review.ts';
import { UserError } from '../../workspace/userError.ts';
import type { Arguments, Command } from '../command.ts';
import { EVIDENCE_OPTION } from '../command.ts';
import { printFindings } from '../findingFormats.ts';
import { htmlReport } from '../htmlReport.ts';
import { openWorkspace } from '../open.ts';

const FORMATS = ['text', 'json', 'markdown', 'html', 'csv', 'junit', 'sarif', 'github'] as const;
/** Of a chart: nearly four years. */
const MOST_WEEKS = 200;

/** `reqtrace report [FOLDER]`: coverage of every document and what is not met. */
export const report: Command = {
  name: 'report',
  summary: 'show coverage by document and what is not met',
  usage: '[FOLDER]',
  positionals: { min: 0, max: 1 },
  options: {
    format: { type: 'string', value: 'FORMAT', choices: FORMATS, help: 'how to print (default: text)' },
    ...EVIDENCE_OPTION,
    output: { type: 'string', short: 'o', value: 'FILE', help: 'write to this file instead of standard output' },
    base: { type: 'string', value: 'REV', help: 'markdown only: before everything else, what happened to the requirements since there' },
    blame: { type: 'boolean', help: 'html only: who linked what, and when, as git blame has it' },
    history: { type: 'boolean', help: 'html only: a chart of the last commits of each week' },
  },
  exitCodes: { 0: 'report made, whatever it says', 2: 'could not run' },
  example: 'reqtrace report --format html --output coverage.html',

  async run(context) {
    const { io, args, palette } = context;
    const project = await openWorkspace(context, args.positionals[0]);
    const output = args.value('output');
    const format = args.value('format') ?? 'text';
    const base = args.value('base');
    if (args.flag('blame') && format !== 'html') throw new UserError('Option --blame is for --format html');
    if (args.flag('history') && format !== 'html') throw new UserError('Option --history is for --format html');
    if (base !== undefined && format !== 'markdown') throw new UserError('Option --base is for --format markdown');
    const text =
      format === 'markdown'
        ? renderMarkdown(project.index, base === undefined ? undefined : await changes(project, base))
        : await render(project, format, args, output === undefined ? palette : PLAIN);
    if (output === undefined) io.stdout.write(text);
    else await save(resolve(io.cwd, output), output, text);
    return 0;
  },
};

async function changes(project: Project, base: string): Promise<string> {
  const {
    root,
    index: { today },
  } = project;
  const review = await openReview(root, { base, today }, () => Promise.resolve(project));
  return renderDiffMarkdown({ ...review, difference: compare(review.comparison, { unclaimed: false }) });
}

async function render(project: Project, format: string, args: Arguments, palette: Palette): Promise<string> {
  const { index, skipped } = project;
  switch (format) {
    case 'json':
      return renderJson(index, skipped);
    case 'html':
      return htmlReport(
        project,
        args.flag('blame'),
        args.flag('history') ? await readHistory(project.root, { every: 'week', limit: MOST_WEEKS }) : undefined,
      );
    case 'csv':
      return renderCsv(index);
    case 'junit':
      return renderJUnit(index);
    case 'sarif':
    case 'github':
      return printFindings(format, index.allFindings(), project, palette);
    default:
      return renderText(index, palette, skipped);
  }
}

async function save(path: string, named: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    throw new UserError(`Cannot write ${named}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
