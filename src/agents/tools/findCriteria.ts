import { STATUSES } from '../../model/status.ts';
import { list } from '../../query/list.ts';
import type { AgentTool } from '../tool.ts';
import { page, PAGING, row } from '../words.ts';

/** Requirements and criteria by their words. */
export const findCriteria: AgentTool = {
  name: 'find_criteria',
  description: 'Search requirements and criteria by words, status or document.',
  parameters: {
    text: { type: 'string', description: 'words that all occur' },
    status: { type: 'strings', description: 'only with one of these', choices: STATUSES },
    document: { type: 'string', description: 'path, part of one, or glob of a document' },
    ...PAGING,
  },
  readOnly: true,
  async run(folder, asked) {
    const { index } = await folder.project();
    const [text, document] = [asked.text('text'), asked.text('document')];
    const statuses = STATUSES.filter((status) => asked.texts('status').includes(status));
    const found = list(index, { statuses, ...(text !== undefined && { text }), ...(document !== undefined && { documents: [document] }) });
    if (found.length === 0) return { text: 'Nothing has all of that. Fewer words find more.' };
    return {
      text: page(
        found.map((item) => row(index, item)),
        asked,
        { narrow: 'Narrow with text, status or document.' },
      ),
    };
  },
};
