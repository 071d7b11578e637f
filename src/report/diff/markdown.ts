import { LIST_NAMES } from '../../query/diff/difference.ts';
import type { Entry, LinkChange, ListName } from '../../query/diff/difference.ts';
import type { RuleChange } from '../../query/diff/rules/ruleChange.ts';
import type { WordPart } from '../../query/diff/words.ts';
import { nameOf } from '../../query/list.ts';
import { cellText, folded } from '../writing/markdown.ts';
import { count } from '../writing/plainText.ts';
import type { DiffReport, Section } from './diffReport.ts';
import { endName, LIST_WORDS, oldId, RULES_TITLE, sectionsOf } from './diffReport.ts';
import { lineOf } from '../../model/position.ts';

/** By this a program finds its own comment again; and the page is no document, should someone keep it in the repository. */
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

/** The difference as a comment for a pull request, in GitHub Flavored Markdown, short enough for GitHub to take it. */
export function renderDiffMarkdown(report: DiffReport): string {
  for (const most of AMOUNTS) {
    const page = render(report, most);
    if (page.length <= LONGEST) return page;
  }
  return render(report, 0);
}

function render({ base, head, difference, notes }: DiffReport, most: number): string {
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
    summary.length ? summary.join(' · ') : 'Nothing happened to the requirements.',
    ...(rules.length ? [`### ⚖️ ${RULES_TITLE} (${rules.length})`, shown(rules, ruleText, most).join('\n')] : []),
    ...sectionsOf(difference).flatMap((section) => listBlock(section, most)),
  ];
  if (unclaimed.length) {
    const lines = unclaimed.flatMap((file) =>
      file.lines.map(({ start, end }) => `- ${cellText(file.path)}:${start + 1}${end - start > 1 ? ` to ${end}` : ''}`),
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

function listBlock({ list, title, entries, isOpen }: Section, most: number): string[] {
  const head = `${SIGNS[list]} ${title} (${entries.length})`;
  const body = shown(entries, (entry) => entryText(entry, most), most).join('\n');
  return isOpen ? [`### ${head}`, body] : folded(head, [body]);
}

function ruleText({ effect, path, line, reason }: RuleChange): string {
  return `- ${cellText(reason)}${effect === 'less' ? ' **(asks for less)**' : ''} · ${cellText(path)}:${line + 1}`;
}

function shown<Thing>(things: readonly Thing[], text: (thing: Thing) => string, most: number): string[] {
  const lines = things.slice(0, most).map(text);
  return things.length > most ? [...lines, `- … and ${things.length - most} more`] : lines;
}

function entryText(entry: Entry, most: number): string {
  const { item, reason, renumberedFrom, words, links } = entry;
  const from = renumberedFrom === undefined ? '' : ` (renumbered from ${cellText(oldId(renumberedFrom, item))})`;
  return [
    `- **${cellText(item.id)}**${from} ${words ? wordsText(words) : cellText(nameOf(item))}`,
    `  ${cellText(item.path)}:${lineOf(item.facts.nameRange)} · ${cellText(reason)}`,
    ...links
      .filter(({ change }) => change !== 'removed')
      .slice(0, most)
      .map((link) => `  - ${linkText(link)}`),
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

function linkText({ kind, path, range, symbol }: LinkChange): string {
  return `${kind} ${cellText(path)}:${lineOf(range)}${symbol === undefined ? '' : ` ${cellText(symbol)}`}`;
}
