import { annotate as annotateAbove } from '../../../editor/actions/annotate.ts';
import { applyEdits } from '../../../editor/edits.ts';
import { inEnglish } from '../../../model/message.ts';
import { plain } from '../../../report/writing/plainText.ts';
import { linesOf } from '../../../text/lines.ts';
import { UserError } from '../../../workspace/userError.ts';
import { prepareRewrite } from '../../writing/rewrite.ts';
import type { AgentTool, Answer } from '../../../agents/tool.ts';
import { echoed, itemsNamed } from '../../../agents/words.ts';

/** Writes an annotation above code or a test. Only offered with `--allow-write`. */
export const annotate: AgentTool = {
  name: 'annotate',
  description: 'Write the annotation that links a function or a test to a criterion, above its line, in the way of the file.',
  parameters: {
    ref: { type: 'string', description: 'id of the criterion' },
    file: { type: 'string', description: 'path relative to the workspace folder' },
    line: { type: 'number', description: 'line of the function or test, from 1' },
  },
  required: ['ref', 'file', 'line'],
  readOnly: false,
  async run(folder, asked) {
    const project = await folder.project();
    const [ref = '', file = ''] = [asked.text('ref'), asked.text('file')];
    const path = folder.pathIn(file);
    const named = itemsNamed(project, [ref]);
    if ('text' in named) return named;
    const [item] = named;
    const text = path === undefined || !project.index.files.has(path) ? undefined : await project.text(path);
    if (!item || path === undefined || text === undefined) return refused(`${echoed(file)} is not among the files that are read`);
    const line = asked.count('line', 1) - 1;
    if (line < 0 || line >= linesOf(text).length) return refused(`${path} has no line ${line + 1}`);
    const edit = annotateAbove(project.index, project.reading, item, { path, text, line });
    if ('refusal' in edit) return refused(edit.refusal);
    try {
      await (await prepareRewrite(project.root, path, text)).write(applyEdits(text, [edit]));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return refused(inEnglish(error.said));
    } finally {
      folder.changed();
    }
    return { text: `Wrote into ${plain(path)}: ${plain(edit.newText.trim())}\nNext: run the tests, then check_claim.` };
  },
};

function refused(why: string): Answer {
  return { text: `Nothing was written: ${plain(why)}.`, isError: true };
}
