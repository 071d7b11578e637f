import * as l10n from '@vscode/l10n';
import type { RequirementItem } from '../../model/item.ts';
import { sayMany } from '../../model/message.ts';
import { lineOf } from '../../model/position.ts';
import { LIST_NAMES } from '../../query/diff/difference.ts';
import type { Entry, LinkChange, ListName } from '../../query/diff/difference.ts';
import { requirementOf, shortNameOf } from '../../model/item.ts';
import type { RuleChange } from '../../query/diff/rules/ruleChange.ts';
import type { WordPart } from '../../query/diff/texts/words.ts';
import { nameOf } from '../../query/list.ts';
import { listed } from '../../text/words/listed.ts';
import { localised } from '../../text/words/localised.ts';
import type { Paint, Palette } from '../writing/palette.ts';
import { plain, truncate } from '../writing/plainText.ts';
import type { DiffReport } from './diffReport.ts';
import { ATTRIBUTES_TITLE, attributeText, endName, LIST_COUNTS, oldId, ruleReason, RULES_TITLE, sectionsOf } from './diffReport.ts';

const TEXT_COLUMNS = 96;
/** Unchanged text between two changes is cut to about this, in characters. */
const LONGEST_SAME = 60;

/** The difference for a terminal: list by list what a reviewer must see first, each criterion with its place, its reason and its links. */
export function renderDiffText({ base, head, difference, notes }: DiffReport, palette: Palette): string {
  const blocks = [
    `${palette.bold(l10n.t('Requirements'))} ${palette.dim(l10n.t('from {0} to {1}', plain(endName(base)), plain(endName(head))))}`,
  ];
  if (difference.doubts.length) blocks.push(difference.doubts.map((doubt) => palette.bad(plain(doubt))).join('\n'));
  blocks.push(...rulesBlock(difference.rules, palette));
  for (const { title, entries } of sectionsOf(difference))
    blocks.push([palette.bold(localised(title)), ...listLines(entries, palette)].join('\n'));
  if (difference.attributes.length)
    blocks.push([palette.bold(localised(ATTRIBUTES_TITLE)), ...attributeLines(difference.attributes, palette)].join('\n'));
  if (difference.unclaimed.length)
    blocks.push(
      [palette.bold(l10n.t('Changed code that no requirement claims')), ...unclaimedLines(difference.unclaimed, palette)].join('\n'),
    );
  blocks.push([summary(difference, palette), ...notes.map((note) => palette.dim(l10n.t('Note: {0}', plain(note))))].join('\n'));
  return `${blocks.join('\n\n')}\n`;
}

/** Rules that changed, as text: `  reqtrace.yaml:4  the gate merge: max unmet was 0 and is 9 now`. */
export function ruleLines(rules: readonly RuleChange[], palette: Palette): string[] {
  return rules.map((rule) => {
    const { effect, path, line } = rule;
    const said = plain(ruleReason(rule));
    return `  ${palette.dim(`${plain(path)}:${line + 1}`)}  ${effect === 'more' ? said : palette.warn(said)}`;
  });
}

/** The same with their title, as one block; nothing where none changed. */
export function rulesBlock(rules: readonly RuleChange[] | undefined, palette: Palette): string[] {
  return rules?.length ? [[palette.bold(localised(RULES_TITLE)), ...ruleLines(rules, palette)].join('\n')] : [];
}

/** Criteria under the names of their requirements; a requirement that has none stands for itself. */
function listLines(entries: readonly Entry[], palette: Palette): string[] {
  let requirement: RequirementItem | undefined;
  return entries.flatMap((entry) => {
    const before = requirement;
    requirement = requirementOf(entry.item);
    const { facts, id } = requirement;
    const heading = facts.implicit ? `${plain(facts.title)} ${palette.dim(`(${plain(id)})`)}` : `${plain(id)} ${plain(facts.title)}`;
    return [...(requirement === before || entry.item === requirement ? [] : [`  ${heading}`]), ...entryLines(entry, palette)];
  });
}

function entryLines(entry: Entry, palette: Palette): string[] {
  const { item, list, was, renumberedFrom, reason, words, links } = entry;
  const id = plain(item.type === 'criterion' ? shortNameOf(item) : item.id);
  const named = renumberedFrom === undefined ? id : l10n.t('{0} (renumbered from {1})', id, plain(oldId(renumberedFrom, item)));
  const name = `${named}  ${truncate(plain(nameOf(item)), TEXT_COLUMNS)}`;
  // What an entry of these lists has to say is the list's title.
  const isNew = list === 'added' && was === undefined;
  const bare = list === 'renumbered' || (!links.length && (isNew || list === 'reworded' || list === 'removed'));
  const shown = links.filter(({ change }) => LINKS_SHOWN[list]?.includes(change));
  return [
    `${item.type === 'criterion' ? '    ' : '  '}${palette.dim(`${plain(item.path)}:${lineOf(item.facts.nameRange)}`)}  ${paintOf(entry, palette)(name)}`,
    ...(bare ? [] : [`        ${plain(reason)}`]),
    ...(words ? [`        ${wordsLine(words, palette)}`] : []),
    ...shown.slice(0, MOST_LINKS).map((link) => `        ${palette.dim(linkLine(link))}`),
    ...(shown.length > MOST_LINKS ? [`        ${palette.dim(l10n.t('… and {0} more', shown.length - MOST_LINKS))}`] : []),
  ];
}

/** Of one entry; a requirement may have hundreds under it. */
const MOST_LINKS = 10;

/** Links that the reason does not name already. */
const LINKS_SHOWN: Readonly<Partial<Record<ListName, readonly LinkChange['change'][]>>> = {
  suspect: ['same', 'redirected'],
  broken: ['same', 'changed', 'added', 'redirected', 'inherited'],
};

function paintOf({ list }: Entry, palette: Palette): Paint {
  if (list === 'broken') return palette.bad;
  if (list === 'met') return palette.good;
  return list === 'suspect' || list === 'added' || list === 'touched' || list === 'failing' ? palette.warn : palette.info;
}

function linkLine({ kind, path, range, symbol }: LinkChange): string {
  return `${kind} ${plain(path)}:${lineOf(range)}${symbol === undefined ? '' : ` ${plain(symbol)}`}`;
}

/** As `git diff --word-diff` writes it: `within a [-minute-]{+day+}`. */
function wordsLine(words: readonly WordPart[], palette: Palette): string {
  return words
    .map(({ kind, text }, at) => {
      const shown = plain(text);
      if (kind === 'same') return shorten(shown, at === 0, at === words.length - 1);
      // One blank is enough before what takes the place of something.
      const blank = shown.startsWith(' ') && !(kind === 'added' && words[at - 1]?.kind === 'removed') ? ' ' : '';
      return `${blank}${kind === 'removed' ? palette.bad(`[-${shown.trimStart()}-]`) : palette.good(`{+${shown.trimStart()}+}`)}`;
    })
    .join('')
    .trim();
}

function shorten(text: string, first: boolean, last: boolean): string {
  if (text.length <= LONGEST_SAME) return text;
  const half = LONGEST_SAME / 2;
  const begin = first ? '' : text.slice(0, half).replace(/\s\S*$/u, '');
  const end = last ? '' : text.slice(-half).replace(/^\S*(?=\s)/u, '');
  return `${begin} …${end}`;
}

function attributeLines(attributes: DiffReport['difference']['attributes'], palette: Palette): string[] {
  return attributes.map((change) => {
    const { item } = change;
    return `  ${palette.dim(`${plain(item.path)}:${lineOf(item.facts.nameRange)}`)}  ${plain(item.id)}  ${plain(attributeText(change))}`;
  });
}

function unclaimedLines(unclaimed: DiffReport['difference']['unclaimed'], palette: Palette): string[] {
  return unclaimed.flatMap(({ path, lines }) =>
    lines.map(
      ({ start, end }) =>
        `  ${palette.dim(`${plain(path)}:${start + 1}`)}  ${end - start === 1 ? l10n.t('1 line') : l10n.t('lines {0} to {1}', start + 1, end)}`,
    ),
  );
}

function summary({ lists, attributes, unclaimed, rules, doubts }: DiffReport['difference'], palette: Palette): string {
  const counts = rules.length ? [localised(sayMany('{0} rule changed', '{0} rules changed', rules.length))] : [];
  counts.push(...LIST_NAMES.filter((name) => lists[name].length).map((name) => localised(LIST_COUNTS[name](lists[name].length))));
  if (attributes.length) counts.push(localised(sayMany('{0} attribute changed', '{0} attributes changed', attributes.length)));
  if (unclaimed.length) counts.push(localised(sayMany('unclaimed code in {0} file', 'unclaimed code in {0} files', unclaimed.length)));
  if (doubts.length) counts.push(l10n.t('not everything could be compared'));
  return counts.length ? listed(counts) : palette.good(l10n.t('No requirement changed.'));
}
