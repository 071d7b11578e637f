import type { StatusCounts } from '../../model/item.ts';
import { LIST_NAMES } from '../../query/diff/difference.ts';
import type { Entry, LinkChange, ListName } from '../../query/diff/difference.ts';
import type { RuleChange } from '../../query/diff/rules/ruleChange.ts';
import type { WordPart } from '../../query/diff/texts/words.ts';
import { nameOf } from '../../query/list.ts';
import { progress } from '../../query/progress.ts';
import { cellText, folded } from '../writing/markdown.ts';
import { plainPlace } from '../writing/permalink.ts';
import type { PlaceText } from '../writing/permalink.ts';
import { count } from '../writing/plainText.ts';
import type { DiffReport, Section } from './diffReport.ts';
import { endName, LIST_WORDS, oldId, RULES_TITLE, sectionsOf } from './diffReport.ts';
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
  const { lists, unclaimed, rules, doubts } = difference;
  const summary = [
    ...(rules.length ? [`⚖️ ${count(rules.length, 'rule')} changed`] : []),
    ...LIST_NAMES.filter((name) => lists[name].length).map((name) => `${SIGNS[name]} ${lists[name].length} ${LIST_WORDS[name]}`),
    ...(doubts.length ? ['⚠️ not everything could be compared'] : []),
  ];
  const blocks = [
    MARK,
    '## Requirements',
    ...doubts.map((doubt) => `⚠️ ${cellText(doubt)}.`),
    summary.length ? summary.join(' · ') : 'No requirement changed.',
    ...(figures ? [figuresText(figures)] : []),
    ...(rules.length ? [`### ⚖️ ${RULES_TITLE} (${rules.length})`, shown(rules, (rule) => ruleText(rule, place), most).join('\n')] : []),
    ...sectionsOf(difference).flatMap((section) => listBlock(section, place, most)),
  ];
  if (unclaimed.length) {
    const lines = unclaimed.flatMap((file) =>
      file.lines.map(({ start, end }) => `- ${place(file.path, start + 1)}${end - start > 1 ? ` to ${end}` : ''}`),
    );
    blocks.push(
      ...folded(`🧩 Changed code that no requirement claims, in ${count(unclaimed.length, 'file')}`, [
        shown(lines, (line) => line, most).join('\n'),
      ]),
    );
  }
  blocks.push(
    `<sub>From ${cellText(endName(base))} to ${cellText(endName(head))}.${notes.map((note) => ` ${cellText(note)}.`).join('')}</sub>`,
  );
  return `${blocks.join('\n\n')}\n`;
}

/** `Met: 12 of 20 before (60 %), 13 of 21 after (61 %)`. */
function figuresText({ before, after }: NonNullable<DiffReport['figures']>): string {
  const side = (counts: StatusCounts): string => {
    const { met, of } = progress(counts);
    return of === 0 ? 'nothing to be met' : `${met} of ${of}`;
  };
  const share = (counts: StatusCounts): string => {
    const { met, of } = progress(counts);
    return of === 0 ? '' : ` (${Math.floor((100 * met) / of)} %)`;
  };
  return `Met: ${side(before)} before${share(before)}, ${side(after)} after${share(after)}`;
}

function listBlock({ list, title, entries, isOpen }: Section, place: PlaceText, most: number): string[] {
  const head = `${SIGNS[list]} ${title} (${entries.length})`;
  // What is gone has no place in the newer state.
  const placed = list === 'removed' ? plainPlace : place;
  const body = shown(entries, (entry) => entryText(entry, placed, most), most).join('\n');
  return isOpen ? [`### ${head}`, body] : folded(head, [body]);
}

function ruleText({ effect, path, line, reason }: RuleChange, place: PlaceText): string {
  return `- ${cellText(reason)}${effect === 'less' ? ' **(asks for less)**' : ''} · ${place(path, line + 1)}`;
}

function shown<Thing>(things: readonly Thing[], text: (thing: Thing) => string, most: number): string[] {
  const lines = things.slice(0, most).map(text);
  return things.length > most ? [...lines, `- … and ${things.length - most} more`] : lines;
}

function entryText(entry: Entry, place: PlaceText, most: number): string {
  const { item, reason, renumberedFrom, words, links } = entry;
  const from = renumberedFrom === undefined ? '' : ` (renumbered from ${cellText(oldId(renumberedFrom, item))})`;
  return [
    `- **${cellText(item.id)}**${from} ${words ? wordsText(words) : cellText(nameOf(item))}`,
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
