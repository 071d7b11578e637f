import * as l10n from '@vscode/l10n';
import type { IndexView } from '../../index/view.ts';
import type { CriterionItem, Item, ItemWaiver, Link, LowerItem, Plan, RequirementItem } from '../../model/item.ts';
import { claimOf, requirementOf, shortNameOf, withParts } from '../../model/item.ts';
import type { Location } from '../../model/position.ts';
import { LOWER } from '../../query/levels.ts';
import { idAndName } from '../../query/list.ts';
import { pendingSign, pendingWords, PLANNED_SIGN } from '../../text/words/changeWords.ts';
import { addTo } from '../../text/grouping.ts';
import { levelName } from '../../text/words/levelTitle.ts';
import { together } from '../../text/words/listed.ts';
import { localised } from '../../text/words/localised.ts';
import { offWords } from '../../text/words/offWords.ts';
import { waiverText } from '../../text/words/waiverText.ts';
import { resultWords } from '../../text/words/resultWords.ts';
import { failureLines } from './failureMarkdown.ts';
import { escapeMarkdown, inOneSentence, link, points, shorten } from './markdown.ts';
import type { UriOf } from '../place.ts';
import { uriOfLine } from '../place.ts';
import { stateWords, statusSign, statusWords } from './statusWords.ts';

/** Longest requirement or criterion text, in UTF-16 code units; a hover must not hide the code. */
const TEXT_LENGTH = 500;
const CRITERION_LENGTH = 160;
/** Longest title before the name of a criterion. */
const TITLE_LENGTH = 60;
const MOST_CRITERIA = 12;
const MOST_LINKS = 6;
const MOST_ATTRIBUTES = 8;

/**
 * What is known of an item, as Markdown for a hover, a tooltip or the documentation of a completion: name, status in
 * words, text, criteria, and where it is implemented and tested as `file:` links that jump there.
 */
export function itemMarkdown(view: IndexView, item: Item, uriOf: UriOf): string {
  const paragraphs = item.type === 'requirement' ? requirement(view, item) : criterion(view, item);
  const { links, waivers, lower = [], plans = [] } = view.coverage(item.key);
  return [
    ...paragraphs,
    // What a person looks for first, and a hover shows only so many lines without scrolling.
    ...failureLines(
      withParts(item).flatMap(({ key }) => view.coverage(key).links),
      uriOf,
    ),
    attributesLine(item),
    ...changeLines(view, item, uriOf),
    ...lowerLines(view, lower, uriOf),
    linksLine('implements', links, uriOf),
    linksLine('verifies', links, uriOf),
    ...waivers.map((waiver) => waiverLine(waiver, uriOf)),
    plansLine(plans, uriOf),
    isNamedByPlace(item) ? l10n.t('Referred to as {0}', escapeMarkdown(view.referenceTo(item, ''))) : '',
    l10n.t('Defined in {0}', placeLink(undefined, { path: item.path, range: item.facts.nameRange }, uriOf)),
    ...view.furtherPlaces(item).map((place) => l10n.t('Written in {0} as well', placeLink(undefined, place, uriOf))),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** `IP-1.1.1 Reserve stock`, `IP-1.1.1/AC2`; by its title or text where nobody wrote an id, since its key is its place: `AC2 of "Boiling"`. */
export function itemTitle(item: Item): string {
  if (item.type === 'requirement') return item.facts.implicit ? item.facts.title : idAndName(item);
  if (item.facts.implicit) return item.facts.text;
  return isNamedByPlace(item) ? l10n.t('{0} of "{1}"', shortNameOf(item), shorten(item.requirement.facts.title, TITLE_LENGTH)) : item.id;
}

/** True where the id of an item holds the place of its document, since nobody wrote one. */
function isNamedByPlace(item: Item): boolean {
  return item.facts.implicit === true || (item.type === 'criterion' && !item.facts.whole && item.requirement.facts.implicit);
}

function requirement(view: IndexView, item: RequirementItem): string[] {
  const shown = item.criteria.slice(0, MOST_CRITERIA).map((one) => {
    const coverage = view.coverage(one.key);
    const name = shorten(one.facts.text, CRITERION_LENGTH);
    // One that goes by its name is not called by it twice.
    const text = one.facts.implicit ? `**${escapeMarkdown(name)}**` : `**${escapeMarkdown(shortNameOf(one))}** ${escapeMarkdown(name)}`;
    return view.complete
      ? `- ${statusSign(coverage.status)} ${text} (${statusWords(one, coverage, view.configuration.kinds)})`
      : `- ${text}`;
  });
  const more = item.criteria.length - shown.length;
  return [heading(view, item), escapeMarkdown(shorten(item.facts.text, TEXT_LENGTH)), points(shown, more)];
}

function criterion(view: IndexView, item: CriterionItem): string[] {
  const { text, detail, implicit = false } = item.facts;
  // One that goes by its text has it in its heading.
  const said = [implicit ? '' : text, detail ?? ''].filter(Boolean).join(' ');
  return [heading(view, item), escapeMarkdown(shorten(said, TEXT_LENGTH)), l10n.t('Of {0}', heading(view, item.requirement))];
}

/** `Status: Approved · ASIL: B`, as many as fit into a line or two. */
function attributesLine({ facts: { attributes } }: Item): string {
  const shown = attributes
    .slice(0, MOST_ATTRIBUTES)
    .map(({ name, value }) => `${escapeMarkdown(shorten(name, TITLE_LENGTH))}: ${escapeMarkdown(shorten(value, TITLE_LENGTH))}`);
  return [...shown, ...(attributes.length > MOST_ATTRIBUTES ? ['…'] : [])].join(' · ');
}

function heading(view: IndexView, item: Item): string {
  return `**${escapeMarkdown(shorten(itemTitle(item), TEXT_LENGTH))}**: ${stateWords(view, item)}`;
}

/** What open changes have to do with the item, each with a way to where it says so. */
function changeLines(view: IndexView, item: Item, uriOf: UriOf): string[] {
  const { facts, key } = requirementOf(item);
  const { pending = [] } = view.coverage(key);
  return [
    ...(facts.planned === undefined
      ? []
      : [
          `${PLANNED_SIGN} ${l10n.t('Planned by {0}: in no count until that change is part of the product', escapeMarkdown(facts.planned))}`,
        ]),
    ...pending.map((one) => `${pendingSign(one)} ${escapeMarkdown(localised(pendingWords(one)))} (${placeLink(undefined, one, uriOf)})`),
  ];
}

/** For each level the items that cover, with their status: `Design (dsn): dsn~heating~1 docs/design.md:3 (✓ met)`. */
function lowerLines(view: IndexView, lower: readonly LowerItem[], uriOf: UriOf): string[] {
  const levels = new Map<string, LowerItem[]>();
  for (const one of lower) addTo(levels, one.level ?? LOWER, one);
  return Array.from(levels, ([level, all]) => {
    const shown = all.slice(0, MOST_LINKS).flatMap(({ key, current }) => {
      const item = view.item(key);
      if (!item) return [];
      const place = placeLink(itemTitle(item), { path: item.path, range: item.facts.nameRange }, uriOf);
      return [`${place} (${together([stateWords(view, item), ...(current ? [] : [l10n.t('for another revision')])])})`];
    });
    return l10n.t('{0}: {1}', escapeMarkdown(levelName(level)), inOneSentence(shown, all.length - shown.length));
  });
}

function linksLine(wanted: Link['is'], all: readonly Link[], uriOf: UriOf): string {
  const links = all.filter(({ is }) => is === wanted);
  if (!links.length) return '';
  const shown = links.slice(0, MOST_LINKS).map((one) => {
    const { annotation, path, stale, result } = one;
    const off = offWords(one);
    const place = placeLink(annotation.declaration?.name, { path, range: annotation.reference.range }, uriOf);
    const { through } = annotation.reference;
    const notes = [
      ...(through === undefined ? [] : [l10n.t('through {0}', through)]),
      ...(off === undefined ? [] : [off]),
      ...(result ? [resultWords(result)] : []),
      ...(stale ? [l10n.t('stale: pinned to an older text')] : []),
    ];
    return notes.length ? `${place} (${together(notes)})` : place;
  });
  const more = links.length - shown.length;
  const places = inOneSentence(shown, more);
  return wanted === 'implements' ? l10n.t('Implemented in {0}', places) : l10n.t('Tested in {0}', places);
}

function plansLine(plans: readonly Plan[], uriOf: UriOf): string {
  if (!plans.length) return '';
  const shown = plans.slice(0, MOST_LINKS).map((plan) => {
    const place = placeLink(undefined, plan, uriOf);
    const { done, note } = plan;
    const words = [
      ...(done === undefined ? [] : [done ? l10n.t('done') : l10n.t('open')]),
      ...(note === undefined ? [] : [escapeMarkdown(shorten(note, TEXT_LENGTH))]),
    ];
    return words.length > 0 ? `${place} (${together(words)})` : place;
  });
  const more = plans.length - shown.length;
  const places = inOneSentence(shown, more);
  if (claimOf(plans) === undefined) return l10n.t('Planned in {0}', places);
  return claimOf(plans) === true
    ? l10n.t('Planned in {0}; every task that names it is checked off', places)
    : l10n.t('Planned in {0}; not every task that names it is checked off', places);
}

function waiverLine({ waiver, path, valid }: ItemWaiver, uriOf: UriOf): string {
  const place = placeLink(undefined, { path, range: waiver.range }, uriOf);
  const said = l10n.t('{0} ({1})', escapeMarkdown(waiverText({ reason: waiver.reason, owner: waiver.owner, until: waiver.until })), place);
  return valid ? l10n.t('Waived: {0}', said) : l10n.t('Waived (no longer valid): {0}', said);
}

function placeLink(name: string | undefined, place: Location, uriOf: UriOf): string {
  const where = `${place.path}:${place.range.start.line + 1}`;
  return link(name === undefined ? where : `${shorten(name, CRITERION_LENGTH)} ${where}`, uriOfLine(place, uriOf));
}
