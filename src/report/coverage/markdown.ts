import * as l10n from '@vscode/l10n';
import type { IndexView } from '../../index/view.ts';
import type { RequirementItem, StatusCounts } from '../../model/item.ts';
import { sayMany } from '../../model/message.ts';
import type { Status } from '../../model/status.ts';
import { lineOf } from '../../model/position.ts';
import { marksOf, openChanges } from '../../query/changes.ts';
import { nameOf } from '../../query/list.ts';
import { progress, totalOf } from '../../query/progress.ts';
import { localised } from '../../text/words/localised.ts';
import { statusName } from '../../text/words/statusName.ts';
import { coverageByDocument } from './byDocument.ts';
import { doubtTexts } from '../doubts.ts';
import { changeText, openChangesTitle } from './openChanges.ts';
import type { DocumentCoverage } from './byDocument.ts';
import { cellText, folded, table } from '../writing/markdown.ts';
import { plainPlace } from '../writing/permalink.ts';
import type { PlaceText } from '../writing/permalink.ts';

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
  const blocks =
    diff === undefined ? [NO_DOCUMENT, `# ${l10n.t('Requirements coverage')}`] : [NO_DOCUMENT, diff.trim(), `## ${l10n.t('Coverage')}`];
  if (documents.length) {
    const requirements = documents.reduce((sum, { document }) => sum + document.requirements.length, 0);
    blocks.push(
      summaryTable(documents, view.counts()),
      ...doubtTexts(view, localised).map((text) => `> ⚠️ ${l10n.t('Not everything could be read: {0}', cellText(text))}`),
      ...openList(documents, view.counts(), place),
      ...changeList(view),
      ...folded(
        localised(sayMany('{0} requirement', '{0} requirements', requirements)),
        documents.flatMap((document) => [`### ${cellText(document.document.path)}`, requirementTable(view, document)]),
      ),
    );
  } else {
    blocks.push(l10n.t('No requirements found: nothing was checked.'));
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
    [l10n.t('Document'), l10n.t('Requirements'), l10n.t('Criteria'), l10n.t('Met'), l10n.t('Not met'), l10n.t('Waived'), l10n.t('Exempt')],
    [
      ...documents.map(({ document, counts }) => [cellText(document.path), ...numbers(document.requirements.length, counts)]),
      [`**${l10n.t('Total')}**`, ...numbers(requirements, total).map((number) => `**${number}**`)],
    ],
    1,
  );
}

function numbers(requirements: number, counts: StatusCounts): string[] {
  const { met, of } = progress(counts);
  return [requirements, totalOf(counts), l10n.t('{0} of {1}', met, of), of - met, counts.waived, counts.exempt].map(String);
}

function requirementTable(view: IndexView, { document }: DocumentCoverage): string {
  return table(
    [l10n.t('Requirement'), l10n.t('Title'), l10n.t('Status'), l10n.t('Met')],
    document.requirements.map((requirement) => {
      const { status, counts } = view.coverage(requirement.key);
      const { met, of } = progress(counts);
      return [
        cellText(requirement.id),
        cellText(requirement.facts.title),
        marked(view, requirement, statusText(status)),
        of ? l10n.t('{0} of {1}', met, of) : '',
      ];
    }),
  );
}

function openList(documents: readonly DocumentCoverage[], counts: StatusCounts, place: PlaceText): string[] {
  const open = documents.flatMap((document) => document.open);
  if (!open.length) return [progress(counts).of > 0 ? l10n.t('All criteria are met.') : l10n.t('Nothing needs to be met.')];
  const number = open.reduce((sum, { items }) => sum + items.length, 0);
  return folded(localised(sayMany('{0} criterion not met', '{0} criteria not met', number)), [
    table(
      [l10n.t('Item'), l10n.t('Text'), l10n.t('Status'), l10n.t('What is missing'), l10n.t('Place')],
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
  const marks = marksOf(item, view.coverage(item.key)).map(({ sign, words }) => `${sign} ${cellText(localised(words))}`);
  return [status, ...marks].join('<br>');
}

function changeList(view: IndexView): string[] {
  const changes = openChanges(view);
  if (!changes.length) return [];
  const rows = changes.map((change) => [cellText(change.name), changeText(change)]);
  return folded(openChangesTitle(changes.length), [table([l10n.t('Change'), l10n.t('Requirements')], rows)]);
}

function statusText(status: Status): string {
  return `${MARKS[status]} ${statusName(status)}`;
}
