import type { LineNote } from '../../model/facts.ts';
import { inEnglish } from '../../model/message.ts';
import { stepNotes } from '../../query/stepNotes.ts';
import { plain } from '../../report/writing/plainText.ts';
import { noteName, roleName } from '../../text/words/noteName.ts';
import type { AgentTool } from '../tool.ts';
import { bounded, echoed } from '../words.ts';

/** Why a line counts, or does not. */
export const explainLine: AgentTool = {
  name: 'explain_line',
  description: 'Why a file or a line of it is read as it is: why an annotation or a requirement does not count.',
  parameters: {
    file: { type: 'string', description: 'path' },
    line: { type: 'number', description: 'from 1' },
  },
  required: ['file'],
  readOnly: true,
  async run(folder, asked) {
    const project = await folder.project();
    const file = asked.text('file') ?? '';
    const path = folder.pathIn(file);
    if (path === undefined) return { text: `${echoed(file)} is not in the workspace folder.`, isError: true };
    const head = `${plain(path)}: ${roleName(project.roleOf(path))}. ${plain(inEnglish(project.whyRole(path)))}`;
    const unread = await folder.whyUnread(project, path);
    if (unread !== undefined) return { text: `${head}\n${plain(inEnglish(unread))}` };
    const notes: LineNote[] = [];
    await project.explain(path, (note) => notes.push(note));
    notes.push(...stepNotes(project.index, path));
    const line = asked.count('line', 0);
    const rows = notes
      .filter((note) => line === 0 || note.line === line - 1)
      .sort((a, b) => a.line - b.line)
      .map((note) => ({ line: note.line + 1, words: `${noteName(note.what)}: ${plain(inEnglish(note.why))}` }));
    if (rows.length === 0)
      return { text: `${head}\nNothing ${line === 0 ? 'in it' : 'on this line'} is a requirement, a criterion or an annotation.` };
    return { text: `${head}\n${bounded(together(rows).join('\n'), 'Narrow with line.')}` };
  },
};

interface Row {
  readonly line: number;
  readonly words: string;
}

/** Lines in a row of which the same is said are told once: `3-9 nothing: …`. */
function together(rows: readonly Row[]): readonly string[] {
  const groups: { first: number; last: number; readonly words: string }[] = [];
  for (const { line, words } of rows) {
    const group = groups.at(-1);
    if (group?.words === words) group.last = line;
    else groups.push({ first: line, last: line, words });
  }
  return groups.map(({ first, last, words }) => `${first === last ? first : `${first}-${last}`} ${words}`);
}
