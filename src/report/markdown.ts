import type { IndexView } from '../index/view.ts';
import type { Item, StatusCounts } from '../model/item.ts';
import type { Status } from '../model/status.ts';
import { nameOf } from '../query/list.ts';
import { progress, totalOf } from '../query/progress.ts';
import { coverageByDocument, lack } from './coverage.ts';
import type { DocumentCoverage } from './coverage.ts';
import { count, plain } from './plainText.ts';

/** A report that is kept in the repository must not become a document itself, or the next one would differ. */
const NO_DOCUMENT = '<!-- reqtrace-ignore-file: made by reqtrace report -->';

/** The report as GitHub Flavored Markdown, to keep or to put on a pull request. */
export function renderMarkdown(view: IndexView): string {
  const documents = coverageByDocument(view);
  const blocks = [NO_DOCUMENT, '# Requirements coverage'];
  if (documents.length) {
    blocks.push(summaryTable(documents, view.counts()));
    for (const document of documents) blocks.push(`## ${escapeMarkdown(document.document.path)}`, requirementTable(view, document));
    blocks.push('## Not met', ...openList(documents));
  } else {
    blocks.push('No requirements found.');
  }
  return `${blocks.join('\n\n')}\n`;
}

/**
 * Text of the repository as Markdown that shows exactly that text: nothing in it can end a table, open a tag, make
 * a link, an image or an emoji, or notify a person; it is for one line of a table or a heading, where other marks mean nothing. `escapeMarkdown('a|b <i>')` is `a\|b \<i\>`.
 *
 * Backslash escapes are those of CommonMark 0.31, section 2.4; the word joiner behind `@` is what
 * keeps GitHub from reading a mention, which no escape does.
 */
export function escapeMarkdown(text: string): string {
  return plain(text)
    .replace(/[\\`*_[\]<>#|~&$]|:(?=\S)|(?<=www)\./giu, String.raw`\$&`)
    .replaceAll('@', '@\u2060')
    .trim();
}

const MARKS: Readonly<Record<Status, string>> = {
  failing: '❌', stale: '🕒', unmet: '⬜', partial: '🟨', met: '✅', waived: '➖', exempt: '➖',
};

function summaryTable(documents: readonly DocumentCoverage[], total: StatusCounts): string {
  const requirements = documents.reduce((sum, { document }) => sum + document.requirements.length, 0);
  return table(['Document', 'Requirements', 'Criteria', 'Met', 'Not met', 'Waived', 'Exempt'], [
    ...documents.map(({ document, counts }) => [escapeMarkdown(document.path), ...numbers(document.requirements.length, counts)]),
    ['**Total**', ...numbers(requirements, total).map((number) => `**${number}**`)],
  ], 1);
}

function numbers(requirements: number, counts: StatusCounts): string[] {
  const { met, of } = progress(counts);
  return [requirements, totalOf(counts), `${met} of ${of}`, of - met, counts.waived, counts.exempt].map(String);
}

function requirementTable(view: IndexView, { document }: DocumentCoverage): string {
  return table(['Requirement', 'Title', 'Status', 'Met'], document.requirements.map((requirement) => {
    const { status, counts } = view.coverage(requirement.key);
    const { met, of } = progress(counts);
    return [
      escapeMarkdown(requirement.id),
      escapeMarkdown(requirement.facts.title),
      statusText(status),
      of ? `${met} of ${of}` : '',
    ];
  }));
}

function openList(documents: readonly DocumentCoverage[]): string[] {
  const open = documents.flatMap((document) => document.open);
  if (!open.length) return ['All criteria are met.'];
  const number = open.reduce((sum, { items }) => sum + items.length, 0);
  return [
    `${count(number, 'criterion', 'criteria')}:`,
    table(['Item', 'Text', 'Status', 'What is missing', 'Place'], open.flatMap(({ items }) => items.map(({ item, coverage }) => [
      escapeMarkdown(item.id), escapeMarkdown(nameOf(item)), statusText(coverage.status), lack(coverage), placeOf(item),
    ]))),
  ];
}

function placeOf(item: Item): string {
  return `${escapeMarkdown(item.path)}:${item.facts.nameRange.start.line + 1}`;
}

function statusText(status: Status): string {
  return `${MARKS[status]} ${status}`;
}

/** @param textColumns columns at the left that hold text; numbers behind them stand at the right. All of them by default. */
function table(header: readonly string[], rows: readonly (readonly string[])[], textColumns = header.length): string {
  const rule = header.map((_, column) => (column < textColumns ? '---' : '---:'));
  return [header, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
