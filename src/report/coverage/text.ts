import * as l10n from '@vscode/l10n';
import type { IndexView } from '../../index/view.ts';
import { shortNameOf } from '../../model/item.ts';
import { sayMany } from '../../model/message.ts';
import type { Item, RequirementItem, StatusCounts } from '../../model/item.ts';
import { STATUSES } from '../../model/status.ts';
import { lineOf } from '../../model/position.ts';
import { openChanges } from '../../query/changes.ts';
import { countsOfLevels } from '../../query/levels.ts';
import { nameOf } from '../../query/list.ts';
import { progress, totalOf } from '../../query/progress.ts';
import { levelName } from '../../text/words/levelTitle.ts';
import { listed } from '../../text/words/listed.ts';
import { localised } from '../../text/words/localised.ts';
import { statusCount } from '../../text/words/statusCount.ts';
import { statusName } from '../../text/words/statusName.ts';
import type { DocumentCoverage, OpenRequirement } from './byDocument.ts';
import { coverageByDocument } from './byDocument.ts';
import { changeText, openChangesTitle } from './openChanges.ts';
import { doubtLines } from '../doubts.ts';
import { countBySeverity } from '../findings/text.ts';
import { skippedLine } from '../skipped.ts';
import type { Skipped } from '../skipped.ts';
import type { Paint, Palette } from '../writing/palette.ts';
import { statusPaint } from '../writing/palette.ts';
import { plain, truncate } from '../writing/plainText.ts';
import type { Cell } from '../writing/table.ts';
import { alignRows } from '../writing/table.ts';

/** Columns after which a criterion's text is cut; its document has the rest, one click away. */
const TEXT_COLUMNS = 64;

/**
 * The report for a terminal: coverage by document, then every criterion that still needs work, with
 * what it lacks and `path:line`, which terminals turn into links.
 *
 * @param skipped files that were not read, which are counted at the end.
 */
export function renderText(view: IndexView, palette: Palette, skipped: readonly Skipped[] = []): string {
  const documents = coverageByDocument(view);
  const unread = skippedLine(skipped, palette);
  const end = [...(documents.length ? doubtLines(view, palette) : []), ...(unread === undefined ? [] : [unread])]
    .map((line) => `\n${line}\n`)
    .join('');
  if (!documents.length) return `${l10n.t('No requirements found. See "reqtrace explain FILE" for why a document defines none.')}\n${end}`;

  const open = documents.filter((document) => document.open.length);
  const openCount = open.flatMap((document) => document.open).reduce((sum, { items }) => sum + items.length, 0);
  const lines = [
    ...summaryTable(documents, view.counts(), palette),
    ...levelTable(view, palette),
    '',
    openCount
      ? palette.bold(localised(sayMany('{0} criterion not met', '{0} criteria not met', openCount)))
      : nothingOpen(view.counts(), palette),
    ...open.flatMap((document) => openCriteria(document, palette)),
  ];
  lines.push(...changeLines(view, palette));
  const findings = countBySeverity(view.allFindings(), ['error', 'warning'], palette);
  if (findings) lines.push('', l10n.t('{0}: see "reqtrace check"', findings));
  return `${lines.join('\n')}\n${end}`;
}

function summaryTable(documents: readonly DocumentCoverage[], total: StatusCounts, palette: Palette): string[] {
  const header = [l10n.t('Document'), l10n.t('Requirements'), l10n.t('Criteria'), l10n.t('Met'), '', ''].map((text, column): Cell => ({
    text,
    paint: palette.dim,
    align: column === 0 ? 'left' : 'right',
  }));
  const requirements = documents.reduce((sum, { document }) => sum + document.requirements.length, 0);
  return alignRows([
    header,
    ...documents.map(({ document, counts }) => summaryRow(plain(document.path), document.requirements.length, counts, palette)),
    ...(documents.length > 1 ? [summaryRow(l10n.t('Total'), requirements, total, palette)] : []),
  ]);
}

/** How much of each level is met, from the highest on; nothing where items have none. */
function levelTable(view: IndexView, palette: Palette): string[] {
  const levels = countsOfLevels(view);
  if (levels.length === 0) return [];
  const head = [l10n.t('Level'), l10n.t('Requirements'), l10n.t('Criteria'), l10n.t('Met'), '', ''];
  return [
    '',
    ...alignRows([
      head.map((text, column): Cell => ({ text, paint: palette.dim, align: column === 0 ? 'left' : 'right' })),
      ...levels.map(({ level, requirements, counts }) => summaryRow(plain(levelName(level)), requirements, counts, palette)),
    ]),
  ];
}

function summaryRow(name: string, requirements: number, counts: StatusCounts, palette: Palette): Cell[] {
  const { met, of } = progress(counts);
  const paint = progressPaint(met, of, palette);
  const others = STATUSES.filter((status) => status !== 'met' && counts[status]).map((status) =>
    statusPaint(palette, status)(statusCount(status, counts[status])),
  );
  return [
    { text: name },
    { text: String(requirements), align: 'right' },
    { text: String(totalOf(counts)), align: 'right' },
    { text: of ? `${met}/${of}` : '–', paint, align: 'right' },
    // Rounded down, so that 100 % means all.
    { text: of ? l10n.t('{0} %', Math.floor((met / of) * 100)) : '', paint, align: 'right' },
    { text: listed(others) },
  ];
}

/** Of nothing, nobody says that all of it is met. */
function nothingOpen(counts: StatusCounts, palette: Palette): string {
  return progress(counts).of > 0 ? palette.good(l10n.t('All criteria are met.')) : palette.dim(l10n.t('Nothing needs to be met.'));
}

/** What open changes would do, which is in no count. */
function changeLines(view: IndexView, palette: Palette): string[] {
  const changes = openChanges(view);
  if (changes.length === 0) return [];
  const rows = changes.map((change) => [{ text: plain(change.name) }, { text: changeText(change) }]);
  return ['', palette.bold(openChangesTitle(changes.length)), ...alignRows(rows, '  ')];
}

function progressPaint(met: number, of: number, palette: Palette): Paint {
  if (met === of) return palette.good;
  return met === 0 ? palette.bad : palette.warn;
}

function openCriteria({ open }: DocumentCoverage, palette: Palette): string[] {
  return open.flatMap((entry) => ['', palette.bold(heading(entry.requirement)), ...openRows(entry, palette)]);
}

function openRows({ items }: OpenRequirement, palette: Palette): string[] {
  return alignRows(
    items.map(({ item, coverage, lack }) => [
      { text: `${plain(item.path)}:${lineOf(item.facts.nameRange)}`, paint: palette.dim },
      { text: statusName(coverage.status), paint: statusPaint(palette, coverage.status) },
      { text: shortId(item) },
      { text: truncate(plain(nameOf(item)), TEXT_COLUMNS) },
      { text: lack, paint: palette.dim },
    ]),
    '  ',
  );
}

function heading(requirement: RequirementItem): string {
  const title = plain(requirement.facts.title);
  return requirement.facts.implicit ? `${title} (${plain(requirement.id)})` : `${plain(requirement.id)} ${title}`;
}

function shortId(item: Item): string {
  // What goes by its name is there by it anyway.
  return item.type === 'criterion' && !item.facts.implicit ? plain(shortNameOf(item)) : '';
}
