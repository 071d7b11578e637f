import type { IndexView } from '../../index/view.ts';
import type { RequirementItem, StatusCounts } from '../../model/item.ts';
import { inEnglish } from '../../model/message.ts';
import type { Status } from '../../model/status.ts';
import { lineOf } from '../../model/position.ts';
import { marksOf, openChanges } from '../../query/changes.ts';
import { nameOf } from '../../query/list.ts';
import { progress, totalOf } from '../../query/progress.ts';
import { coverageByDocument } from './byDocument.ts';
import { doubtTexts } from '../doubts.ts';
import { changeText } from './openChanges.ts';
import type { DocumentCoverage } from './byDocument.ts';
import { cellText, folded, table } from '../writing/markdown.ts';
import { plainPlace } from '../writing/permalink.ts';
import type { PlaceText } from '../writing/permalink.ts';
import { count } from '../writing/plainText.ts';

/** A report that is kept in the repository must not become a document itself, or the next one would differ. */
const NO_DOCUMENT = '<!-- reqtrace-ignore-file: made by reqtrace report -->';

/**
 * The report as GitHub Flavored Markdown, to keep or to put on a pull request: the summary first, details folded.
 *
 * @param diff what a branch did to the requirements, as Markdown; it comes before everything else.
 * @param place how a place in the files is named.
 */
export function renderMarkdown(view: IndexView, diff?: string, place: PlaceText = plainPlace): string {
  const documents = coverageByDocument(view);
  const blocks = diff === undefined ? [NO_DOCUMENT, '# Requirements coverage'] : [NO_DOCUMENT, diff.trim(), '## Coverage'];
  if (documents.length) {
    const requirements = documents.reduce((sum, { document }) => sum + document.requirements.length, 0);
    blocks.push(
      summaryTable(documents, view.counts()),
      ...doubtTexts(view).map((text) => `> ⚠️ Not everything could be read: ${cellText(text)}`),
      ...openList(documents, view.counts(), place),
      ...changeList(view),
      ...folded(
        count(requirements, 'requirement'),
        documents.flatMap((document) => [`### ${cellText(document.document.path)}`, requirementTable(view, document)]),
      ),
    );
  } else {
    blocks.push('No requirements found: nothing was checked.');
  }
  return `${blocks.join('\n\n')}\n`;
}

const MARKS: Readonly<Record<Status, string>> = {
  failing: '❌',
  stale: '🕒',
  unmet: '⬜',
  partial: '🟨',
  met: '✅',
  waived: '➖',
  exempt: '➖',
};

function summaryTable(documents: readonly DocumentCoverage[], total: StatusCounts): string {
  const requirements = documents.reduce((sum, { document }) => sum + document.requirements.length, 0);
  return table(
    ['Document', 'Requirements', 'Criteria', 'Met', 'Not met', 'Waived', 'Exempt'],
    [
      ...documents.map(({ document, counts }) => [cellText(document.path), ...numbers(document.requirements.length, counts)]),
      ['**Total**', ...numbers(requirements, total).map((number) => `**${number}**`)],
    ],
    1,
  );
}

function numbers(requirements: number, counts: StatusCounts): string[] {
  const { met, of } = progress(counts);
  return [requirements, totalOf(counts), `${met} of ${of}`, of - met, counts.waived, counts.exempt].map(String);
}

function requirementTable(view: IndexView, { document }: DocumentCoverage): string {
  return table(
    ['Requirement', 'Title', 'Status', 'Met'],
    document.requirements.map((requirement) => {
      const { status, counts } = view.coverage(requirement.key);
      const { met, of } = progress(counts);
      return [
        cellText(requirement.id),
        cellText(requirement.facts.title),
        marked(view, requirement, statusText(status)),
        of ? `${met} of ${of}` : '',
      ];
    }),
  );
}

function openList(documents: readonly DocumentCoverage[], counts: StatusCounts, place: PlaceText): string[] {
  const open = documents.flatMap((document) => document.open);
  if (!open.length) return [progress(counts).of > 0 ? 'All criteria are met.' : 'Nothing needs to be met.'];
  const number = open.reduce((sum, { items }) => sum + items.length, 0);
  return folded(`${count(number, 'criterion', 'criteria')} not met`, [
    table(
      ['Item', 'Text', 'Status', 'What is missing', 'Place'],
      open.flatMap(({ items }) =>
        items.map(({ item, coverage, lack }) => [
          cellText(item.id),
          cellText(nameOf(item)),
          statusText(coverage.status),
          lack,
          place(item.path, lineOf(item.facts.nameRange)),
        ]),
      ),
    ),
  ]);
}

/** Behind a status what open changes would do to the requirement. */
function marked(view: IndexView, item: RequirementItem, status: string): string {
  const marks = marksOf(item, view.coverage(item.key)).map(({ sign, words }) => `${sign} ${cellText(inEnglish(words))}`);
  return [status, ...marks].join('<br>');
}

function changeList(view: IndexView): string[] {
  const changes = openChanges(view);
  if (!changes.length) return [];
  const rows = changes.map((change) => [cellText(change.name), changeText(change)]);
  return folded(`${count(changes.length, 'open change')}, in no count`, [table(['Change', 'Requirements'], rows)]);
}

function statusText(status: Status): string {
  return `${MARKS[status]} ${status}`;
}
