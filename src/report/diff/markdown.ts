import { LIST_NAMES } from '../../query/diff/difference.ts';
import type { Entry, LinkChange, ListName } from '../../query/diff/difference.ts';
import type { WordPart } from '../../query/diff/words.ts';
import { nameOf } from '../../query/list.ts';
import { cellText } from '../markdown.ts';
import { count } from '../plainText.ts';
import type { DiffReport } from './diffReport.ts';
import { endName, lineOf, LIST_TITLES, LIST_WORDS, oldId } from './diffReport.ts';

/** By this a program finds its own comment again; and the page is no document, should someone keep it in the repository. */
const MARK = '<!-- reqtrace-ignore-file: made by reqtrace diff -->';

const SIGNS: Readonly<Record<ListName, string>> = {
  broken: '❌', suspect: '🔍', added: '⬜', touched: '👀', removed: '🗑️', met: '✅', waived: '➖', reworded: '✏️', renumbered: '🔢',
};

/** Lists that a reviewer has to look at stand open, the others folded. */
const OPEN: ReadonlySet<ListName> = new Set(['broken', 'suspect', 'added']);

/** Entries of one list that a page shows; GitHub takes no comment longer than 65,536 characters. */
const MOST_SHOWN = 50;

/** The difference as a comment for a pull request, in GitHub Flavored Markdown. */
export function renderDiffMarkdown({ base, head, difference, notes }: DiffReport): string {
  const { lists, unclaimed } = difference;
  const present = LIST_NAMES.filter((name) => lists[name].length);
  const blocks = [
    MARK,
    '## Requirements',
    present.length ? present.map((name) => `${SIGNS[name]} ${lists[name].length} ${LIST_WORDS[name]}`).join(' · ') : 'Nothing happened to the requirements.',
    ...present.flatMap((name) => listBlock(name, lists[name])),
  ];
  if (unclaimed.length) {
    const lines = unclaimed.flatMap((file) => file.lines.map(({ start, end }) => `- ${cellText(file.path)}:${start + 1}${end - start > 1 ? ` to ${end}` : ''}`));
    blocks.push(...folded(`🧩 Changed code that no requirement claims, in ${count(unclaimed.length, 'file')}`, shown(lines, (line) => line).join('\n')));
  }
  blocks.push(`<sub>From ${cellText(endName(base))} to ${cellText(endName(head))}.${notes.map((note) => ` ${cellText(note)}.`).join('')}</sub>`);
  return `${blocks.join('\n\n')}\n`;
}

function listBlock(name: ListName, entries: readonly Entry[]): string[] {
  const title = `${SIGNS[name]} ${LIST_TITLES[name]} (${entries.length})`;
  const body = shown(entries, entryText).join('\n');
  return OPEN.has(name) ? [`### ${title}`, body] : folded(title, body);
}

function folded(title: string, body: string): string[] {
  return [`<details><summary>${title}</summary>`, body, '</details>'];
}

function shown<Thing>(things: readonly Thing[], text: (thing: Thing) => string): string[] {
  const lines = things.slice(0, MOST_SHOWN).map(text);
  return things.length > MOST_SHOWN ? [...lines, `- … and ${things.length - MOST_SHOWN} more`] : lines;
}

function entryText(entry: Entry): string {
  const { item, reason, renumberedFrom, words, links } = entry;
  const from = renumberedFrom === undefined ? '' : ` (renumbered from ${cellText(oldId(renumberedFrom, item))})`;
  return [
    `- **${cellText(item.id)}**${from} ${words ? wordsText(words) : cellText(nameOf(item))}`,
    `  ${cellText(item.path)}:${lineOf(entry)} · ${cellText(reason)}`,
    ...links.filter(({ change }) => change !== 'removed').slice(0, MOST_SHOWN).map((link) => `  - ${linkText(link)}`),
  ].join('\n');
}

function wordsText(words: readonly WordPart[]): string {
  return words.map(({ kind, text }) => {
    const shownText = cellText(text);
    const blank = /^\s/u.test(text) ? ' ' : '';
    return `${blank}${kind === 'same' ? shownText : kind === 'removed' ? `<del>${shownText}</del>` : `<ins>${shownText}</ins>`}`;
  }).join('').trim();
}

function linkText({ kind, path, range, symbol }: LinkChange): string {
  return `${kind} ${cellText(path)}:${range.start.line + 1}${symbol === undefined ? '' : ` ${cellText(symbol)}`}`;
}
