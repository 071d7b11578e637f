import { sumCounts } from '../../model/counts.ts';
import { isOpen, STATUSES } from '../../model/status.ts';
import type { StatusCounts } from '../../model/item.ts';
import { list } from '../../query/list.ts';
import { coverageByDocument } from '../../report/coverage/byDocument.ts';
import { plain } from '../../report/writing/plainText.ts';
import { unitsOf } from '../../model/item.ts';
import type { AgentTool } from '../tool.ts';
import { echoed, findingRow } from '../words.ts';

const MOST_DOCUMENTS = 8;
const MOST_ERRORS = 3;

/** How much is met, where most is open, and what is wrong. */
export const coverage: AgentTool = {
  name: 'coverage',
  description: 'Criteria by status, the documents with most open, and errors. Ask it first.',
  parameters: { document: { type: 'string', description: 'path, part of one, or glob of a document' } },
  readOnly: true,
  async run(folder, asked) {
    const { index, configurationValid } = await folder.project();
    const document = asked.text('document');
    const paths = new Set(list(index, document === undefined ? {} : { documents: [document] }).map(({ path }) => path));
    const documents = coverageByDocument(index).filter((each) => paths.has(each.document.path));
    if (documents.length === 0)
      return document === undefined
        ? { text: 'No document here defines a requirement. explain_line says of a file why it is read as it is.' }
        : { text: `No document with requirements is called "${echoed(document)}".`, isError: true };
    const counts = sumCounts(documents.map((each) => each.counts));
    const items = documents.flatMap((each) => each.document.requirements.flatMap(unitsOf));
    const proven = items.filter(({ key }) => index.coverage(key).proof === 'proven').length;
    const errors = index.allFindings().filter(({ severity }) => severity === 'error');
    const worst = documents
      .map((each) => ({ path: each.document.path, open: openOf(each.counts), all: sum(each.counts) }))
      .filter(({ open }) => open > 0)
      .sort((a, b) => b.open - a.open);
    return {
      text: [
        `${sum(counts)} criteria in ${documents.length} documents: ${words(counts)}; ${proven} proven by results of tests`,
        ...(configurationValid ? [] : ['reqtrace.yaml has errors: this is by the configuration that was good last']),
        ...worst.slice(0, MOST_DOCUMENTS).map(({ path, open, all }) => `${plain(path)}: ${open} of ${all} open`),
        ...(worst.length > MOST_DOCUMENTS ? [`and ${worst.length - MOST_DOCUMENTS} more documents with open criteria`] : []),
        ...(errors.length > 0 ? [`Errors: ${errors.length}`, ...errors.slice(0, MOST_ERRORS).map(findingRow)] : []),
        worst.length > 0 ? 'Next: next_criteria' : 'Nothing is open.',
      ].join('\n'),
    };
  },
};

function openOf(counts: StatusCounts): number {
  return STATUSES.filter(isOpen).reduce((all, status) => all + counts[status], 0);
}

function sum(counts: StatusCounts): number {
  return STATUSES.reduce((all, status) => all + counts[status], 0);
}

function words(counts: StatusCounts): string {
  return STATUSES.filter((status) => counts[status] > 0)
    .map((status) => `${counts[status]} ${status}`)
    .join(', ');
}
