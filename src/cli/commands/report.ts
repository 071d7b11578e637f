import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { renderJson } from '../../report/json.ts';
import { renderMarkdown } from '../../report/markdown.ts';
import type { Palette } from '../../report/palette.ts';
import { PLAIN } from '../../report/palette.ts';
import { renderText } from '../../report/text.ts';
import type { Project } from '../../workspace/project.ts';
import { UserError } from '../../workspace/userError.ts';
import type { Command } from '../command.ts';
import { openWorkspace } from '../open.ts';

/** `reqtrace report [FOLDER]`: coverage of every document and what is not met. */
export const report: Command = {
  name: 'report',
  summary: 'show coverage by document and what is not met',
  usage: '[FOLDER]',
  positionals: { min: 0, max: 1 },
  options: {
    format: { type: 'string', value: 'FORMAT', choices: ['text', 'json', 'markdown'], help: 'how to print (default: text)' },
    output: { type: 'string', short: 'o', value: 'FILE', help: 'write to this file instead of standard output' },
  },
  exitCodes: { 0: 'report made, whatever it says', 2: 'could not run' },
  example: 'reqtrace report --format markdown --output coverage.md',

  async run(context) {
    const { io, args, palette } = context;
    const project = await openWorkspace(context, args.positionals[0]);
    const output = args.value('output');
    const text = render(project, args.value('format') ?? 'text', output === undefined ? palette : PLAIN);
    if (output === undefined) io.stdout.write(text);
    else await save(resolve(io.cwd, output), output, text);
    return 0;
  },
};

function render({ index, skipped }: Project, format: string, palette: Palette): string {
  switch (format) {
    case 'json':
      return renderJson(index, skipped);
    case 'markdown':
      return renderMarkdown(index);
    default:
      return renderText(index, palette);
  }
}

async function save(path: string, named: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    throw new UserError(`Cannot write ${named}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
