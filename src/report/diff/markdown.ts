import type { AttributeChange } from '../../query/diff/items/changedAttributes.ts';
import * as l10n from '@vscode/l10n';
import type { StatusCounts } from '../../model/item.ts';
import { sayMany } from '../../model/message.ts';
import { LIST_NAMES } from '../../query/diff/difference.ts';
import type { Entry, LinkChange, ListName } from '../../query/diff/difference.ts';
import type { RuleChange } from '../../query/diff/rules/ruleChange.ts';
import type { WordPart } from '../../query/diff/texts/words.ts';
import { nameOf } from '../../query/list.ts';
import { progress } from '../../query/progress.ts';
import { localised } from '../../text/words/localised.ts';
import { cellText, folded } from '../writing/markdown.ts';
import { plainPlace } from '../writing/permalink.ts';
import type { PlaceText } from '../writing/permalink.ts';
import type { DiffReport, Section } from './diffReport.ts';
import { ATTRIBUTES_TITLE, attributeText, endName, LIST_COUNTS, oldId, RULES_TITLE, sectionsOf } from './diffReport.ts';
import { lineOf } from '../../model/position.ts';

/** By this a program finds its own comment again; and the page is not a document, should someone keep it in the repository. */
const MARK = '<!-- reqtrace-ignore-file: made by reqtrace diff -->';

const SIGNS: Readonly<Record<ListName, string>> = {
  broken: '❌',
  suspect: '🔍',
  added: '⬜',
  touched: '👀',
  removed: '🗑️',
  met: '✅',
  waived: '➖',
  failing: '🟠',
  reworded: '✏️',
  renumbered: '🔢',
};

/** GitHub takes no comment longer than 65,536 characters. */
const LONGEST = 60_000;
/** Entries of one list that are shown; the first number with which the page is short enough counts. */
const AMOUNTS = [100, 50, 20, 8, 3] as const;

/**
 * The difference as a comment for a pull request, in GitHub Flavored Markdown, short enough for GitHub to take it.
 *
 * @param place how a place in the newer state is named.
 */
export function renderDiffMarkdown(report: DiffReport, place: PlaceText = plainPlace): string {
  for (const most of AMOUNTS) {
    const page = render(report, place, most);
    if (page.length <= LONGEST) return page;
  }
  return render(report, place, 0);
}

function render({ base, head, difference, figures, notes }: DiffReport, place: PlaceText, most: number): string {
  const { lists, attributes, unclaimed, rules, doubts } = difference;
  const summary = [
    ...(rules.length ? [`⚖️ ${localised(sayMany('{0} rule changed', '{0} rules changed', rules.length))}`] : []),
    ...LIST_NAMES.filter((name) => lists[name].length).map((name) => `${SIGNS[name]} ${localised(LIST_COUNTS[name](lists[name].length))}`),
    ...(attributes.length ? [`🏷️ ${localised(sayMany('{0} attribute changed', '{0} attributes changed', attributes.length))}`] : []),
    ...(doubts.length ? [`⚠️ ${l10n.t('not everything could be compared')}`] : []),
  ];
  const blocks = [
    MARK,
    `## ${l10n.t('Requirements')}`,
    ...doubts.map((doubt) => `⚠️ ${l10n.t('{0}.', cellText(doubt))}`),
    summary.length ? summary.join(' · ') : l10n.t('No requirement changed.'),
    ...(figures ? [figuresText(figures)] : []),
    ...(rules.length
      ? [`### ⚖️ ${localised(RULES_TITLE)} (${rules.length})`, shown(rules, (rule) => ruleText(rule, place), most).join('\n')]
      : []),
    ...sectionsOf(difference).flatMap((section) => listBlock(section, place, most)),
  ];
  if (attributes.length > 0) {
    const line = (change: AttributeChange): string =>
      `- ${cellText(`${change.item.id} ${attributeText(change)}`)} · ${place(change.item.path, lineOf(change.item.facts.nameRange))}`;
    blocks.push(...folded(`🏷️ ${localised(ATTRIBUTES_TITLE)} (${attributes.length})`, [shown(attributes, line, most).join('\n')]));
  }
  if (unclaimed.length) {
    const lines = unclaimed.flatMap((file) =>
      file.lines.map(({ start, end }) =>
        end - start > 1 ? `- ${l10n.t('{0} to {1}', place(file.path, start + 1), end)}` : `- ${place(file.path, start + 1)}`,
      ),
    );
    blocks.push(
      ...folded(
        `🧩 ${localised(sayMany('Changed code that no requirement claims, in {0} file', 'Changed code that no requirement claims, in {0} files', unclaimed.length))}`,
        [shown(lines, (line) => line, most).join('\n')],
      ),
    );
  }
  blocks.push(
    `<sub>${[l10n.t('From {0} to {1}.', cellText(endName(base)), cellText(endName(head))), ...notes.map((note) => l10n.t('{0}.', cellText(note)))].join(' ')}</sub>`,
  );
  return `${blocks.join('\n\n')}\n`;
}

/** `Met: 12 of 20 before (60 %), 13 of 21 after (61 %)`. */
function figuresText({ before, after }: NonNullable<DiffReport['figures']>): string {
  return l10n.t('Met: {0}, {1}', sideText(before, 'before'), sideText(after, 'after'));
}

function sideText(counts: StatusCounts, side: 'before' | 'after'): string {
  const { met, of } = progress(counts);
  if (of === 0) return side === 'before' ? l10n.t('nothing to be met before') : l10n.t('nothing to be met after');
  const share = Math.floor((100 * met) / of);
  return side === 'before' ? l10n.t('{0} of {1} before ({2} %)', met, of, share) : l10n.t('{0} of {1} after ({2} %)', met, of, share);
}

function listBlock({ list, title, entries, isOpen }: Section, place: PlaceText, most: number): string[] {
  const head = `${SIGNS[list]} ${localised(title)} (${entries.length})`;
  // What is gone has no place in the newer state.
  const placed = list === 'removed' ? plainPlace : place;
  const body = shown(entries, (entry) => entryText(entry, placed, most), most).join('\n');
  return isOpen ? [`### ${head}`, body] : folded(head, [body]);
}

function ruleText({ effect, path, line, reason }: RuleChange, place: PlaceText): string {
  return `- ${cellText(reason)}${effect === 'less' ? ` **(${l10n.t('asks for less')})**` : ''} · ${place(path, line + 1)}`;
}

function shown<Thing>(things: readonly Thing[], text: (thing: Thing) => string, most: number): string[] {
  const lines = things.slice(0, most).map(text);
  return things.length > most ? [...lines, `- ${l10n.t('… and {0} more', things.length - most)}`] : lines;
}

function entryText(entry: Entry, place: PlaceText, most: number): string {
  const { item, reason, renumberedFrom, words, links } = entry;
  const id = `**${cellText(item.id)}**`;
  const named = renumberedFrom === undefined ? id : l10n.t('{0} (renumbered from {1})', id, cellText(oldId(renumberedFrom, item)));
  return [
    `- ${named} ${words ? wordsText(words) : cellText(nameOf(item))}`,
    `  ${place(item.path, lineOf(item.facts.nameRange))} · ${cellText(reason)}`,
    ...links
      .filter(({ change }) => change !== 'removed')
      .slice(0, most)
      .map((link) => `  - ${linkText(link, place)}`),
  ].join('\n');
}

function wordsText(words: readonly WordPart[]): string {
  return words
    .map(({ kind, text }) => {
      const shownText = cellText(text);
      const blank = /^\s/u.test(text) ? ' ' : '';
      if (kind === 'same') return `${blank}${shownText}`;
      const tag = kind === 'removed' ? 'del' : 'ins';
      return `${blank}<${tag}>${shownText}</${tag}>`;
    })
    .join('')
    .trim();
}

function linkText({ kind, path, range, symbol }: LinkChange, place: PlaceText): string {
  return `${kind} ${place(path, lineOf(range))}${symbol === undefined ? '' : ` ${cellText(symbol)}`}`;
}
