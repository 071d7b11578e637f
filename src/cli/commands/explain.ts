import * as l10n from '@vscode/l10n';
import type { FileFacts, LineNote } from '../../model/facts.ts';
import { say, sayMany } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';
import type { Range } from '../../model/position.ts';
import { lineOf } from '../../model/position.ts';
import { stepNotes } from '../../query/stepNotes.ts';
import type { Palette } from '../../report/writing/palette.ts';
import { plain } from '../../report/writing/plainText.ts';
import { alignRows } from '../../report/writing/table.ts';
import { UserError } from '../../workspace/userError.ts';
import type { Command } from '../command.ts';
import { locate } from '../opening/locate.ts';
import { openWorkspace } from '../opening/open.ts';
import { splitLine } from '../opening/fileArgument.ts';
import { siteLines } from '../reporting/siteLines.ts';
import { whyUnread } from '../reporting/whyUnread.ts';
import { linesOf } from '../../text/lines.ts';
import { localised } from '../../text/words/localised.ts';
import { noteName, roleName } from '../../text/words/noteName.ts';

/** `reqtrace explain FILE[:LINE]`: what was made of a file, line by line, and why. */
export const explain: Command = {
  name: 'explain',
  summary: say('explain how each line of a file was read'),
  usage: 'FILE[:LINE]',
  positionals: { min: 1, max: 1 },
  options: {},
  exitCodes: { 0: say('file explained, even if ReqTrace does not read it'), 2: say('no such file or line, or could not run') },
  example: 'reqtrace explain docs/launch.md:12',

  async run(context) {
    const { io, args, palette } = context;
    const project = await openWorkspace(context);
    const { file, line } = splitLine(args.positionals[0] ?? '');
    const path = locate(file, io.cwd, project.root);

    const lines = [`${palette.bold(plain(path))}: ${roleName(project.roleOf(path))}`, `  ${plain(localised(project.whyRole(path)))}`];
    const text = project.roleOf(path) === 'other' ? undefined : await project.text(path);
    lines.push(...siteLines(project.index, path, text).map((one) => `  ${plain(one)}`));
    const unread = await whyUnread(project, path);
    if (unread !== undefined) lines.push(`  ${plain(localised(unread))}`);
    else if (project.roleOf(path) !== 'other') {
      const notes: LineNote[] = [];
      const facts = await project.explain(path, (note) => notes.push(note));
      notes.push(...stepNotes(project.index, path));
      if (facts && text !== undefined) lines.push('', ...noteLines(facts, notes, lineCount(text), line, palette));
    }
    io.stdout.write(`${lines.join('\n')}\n`);
    return 0;
  },
};

function noteLines(facts: FileFacts, all: readonly LineNote[], total: number, only: number | undefined, palette: Palette): string[] {
  if (only !== undefined && (only < 1 || only > total))
    throw new UserError(sayMany('{1} has no line {2}, it has {0} line', '{1} has no line {2}, it has {0} lines', total, facts.path, only));
  const notes = [...all].sort((a, b) => a.line - b.line).filter((note) => only === undefined || note.line === only - 1);
  const lines = alignRows(
    notes.map((note) => [
      { text: String(note.line + 1), align: 'right' },
      { text: noteName(note.what), paint: note.what === 'nothing' || note.what === 'ignored' ? palette.dim : palette.info },
      { text: plain(localised(note.why)) },
    ]),
    '  ',
  );
  if (only !== undefined)
    return [
      ...lines,
      ...(notes.length ? [] : [`  ${l10n.t('Nothing on this line is a requirement, a criterion or an annotation.')}`]),
      ...around(facts, only - 1),
    ];
  const silent = total - new Set(notes.map((note) => note.line)).size;
  return [...lines, ...(silent ? [palette.dim(`  ${localised(silence(silent, total))}`)] : [])];
}

function silence(silent: number, total: number): Message {
  return sayMany(
    '{0} other line of {1}: blank, or text that defines nothing and refers to nothing',
    '{0} other lines of {1}: blank, or text that defines nothing and refers to nothing',
    silent,
    total,
  );
}

/** What encloses a line: its requirement's section, its criterion. */
function around(facts: FileFacts, line: number): string[] {
  const lines: string[] = [];
  for (const requirement of facts.requirements) {
    if (!holds(requirement.range, line)) continue;
    const { localId, range } = requirement;
    lines.push(`  ${l10n.t('Inside requirement {0}, which starts at line {1}.', plain(localId), lineOf(range))}`);
    const criterion = requirement.criteria.find(({ range }) => holds(range, line));
    if (criterion)
      lines.push(`  ${l10n.t('Inside criterion {0}, which starts at line {1}.', plain(criterion.localId), lineOf(criterion.range))}`);
  }
  return lines;
}

function holds({ start, end }: Range, line: number): boolean {
  return start.line <= line && (line < end.line || (line === end.line && end.character > 0));
}

function lineCount(text: string): number {
  return linesOf(text).length - (/[\r\n]$/u.test(text) ? 1 : 0);
}
