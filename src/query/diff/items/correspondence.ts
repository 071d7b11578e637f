import { textOf } from '../../../index/items/pins.ts';
import type { IndexView } from '../../../index/view.ts';
import type { Item, RequirementItem } from '../../../model/item.ts';
import type { FilePath } from '../../../model/position.ts';
import { Pairing } from './pairing.ts';
import { similarity, wordCounts } from '../texts/similarity.ts';
import { allUnits } from '../../units.ts';
import { requirementOf, unitsOf } from '../../../model/item.ts';

/** Shared words from which two texts of one requirement are the same criterion, reworded; see `similarity`. */
const ALIKE = 0.6;
/** The same where the id stayed too. */
const ALIKE_WITH_ID = 0.4;
/** In a requirement with more criteria than this each is compared by its id only, since all are compared with all. */
const MOST_COMPARED = 200;

/** Which items of two indexes are the same. */
export interface Correspondence {
  /** Criteria, and requirements that have none. */
  readonly units: Pairing<Item>;
  readonly requirements: Pairing<RequirementItem>;
}

/**
 * Finds out which items are the same on both sides, whatever they are numbered now. The text decides before the id:
 *
 * 1. requirements by key and title; by title alone in the same document, if only one has it; by all that they say anywhere; by key; by
 *    title and similar text anywhere;
 * 2. their criteria by text, by similar text, then by id;
 * 3. what is left by text in the same document, then anywhere, if only one has it: it was moved.
 *
 * @param renamed files that have another path on the other side, base to head.
 */
export function correspondence(base: IndexView, head: IndexView, renamed: ReadonlyMap<FilePath, FilePath>): Correspondence {
  const path = (item: Item): FilePath => renamed.get(item.path) ?? item.path;
  const requirements = pairRequirements(Array.from(base.requirements()), Array.from(head.requirements()), path);
  const units = new Pairing<Item>();
  for (const before of base.requirements()) {
    const after = requirements.headOf(before);
    if (after) pairCriteria(before, after, units);
  }
  const bases = allUnits(base);
  const heads = allUnits(head);
  units.pairByName(
    bases,
    heads,
    { base: (item) => `${path(item)}\0${textOf(item)}`, head: (item) => `${item.path}\0${textOf(item)}` },
    { unique: true },
  );
  units.pairByName(bases, heads, { base: textOf, head: textOf }, { unique: true });
  return { units, requirements };
}

function pairRequirements(
  bases: readonly RequirementItem[],
  heads: readonly RequirementItem[],
  path: (item: Item) => FilePath,
): Pairing<RequirementItem> {
  const pairs = new Pairing<RequirementItem>();
  const title = ({ facts }: RequirementItem): string => facts.title.normalize('NFC').toLowerCase();
  const place = (file: FilePath, { facts }: RequirementItem): string => `${file}\0${facts.localId}`;
  pairs.pairByName(bases, heads, {
    base: (item) => `${place(path(item), item)}\0${title(item)}`,
    head: (item) => `${place(item.path, item)}\0${title(item)}`,
  });
  pairs.pairByName(
    bases,
    heads,
    { base: (item) => `${path(item)}\0${title(item)}`, head: (item) => `${item.path}\0${title(item)}` },
    { unique: true },
  );
  // Elsewhere the title alone says little: "Overview" may be anything. What it asks for must be the same too.
  const whole = (item: RequirementItem): string => [title(item), item.facts.text, ...unitsOf(item).map(textOf)].join('\0');
  pairs.pairByName(bases, heads, { base: whole, head: whole }, { unique: true });
  pairs.pairByName(bases, heads, { base: (item) => place(path(item), item), head: (item) => place(item.path, item) });
  const alike = (base: RequirementItem, head: RequirementItem): boolean =>
    similarity(wordCounts(whole(base)), wordCounts(whole(head))) >= ALIKE;
  pairs.pairByName(bases, heads, { base: title, head: title }, { unique: true, fits: alike });
  const elsewhere = (item: RequirementItem): string | undefined =>
    item.facts.implicit ? undefined : `${item.facts.localId}\0${title(item)}`;
  pairs.pairByName(bases, heads, { base: elsewhere, head: elsewhere }, { unique: true });
  return pairs;
}

function pairCriteria(before: RequirementItem, after: RequirementItem, units: Pairing<Item>): void {
  const bases = unitsOf(before);
  const heads = unitsOf(after);
  const [first] = bases;
  const [other] = heads;
  // Where one side has no criteria, the requirement itself is compared with the whole of the other.
  if (first?.type === 'requirement' || other?.type === 'requirement') {
    if (first?.type === other?.type || other?.type === 'requirement') units.pair(before, after);
    return;
  }
  const id = (item: Item): string => item.facts.localId;
  const idAndText = (item: Item): string => `${id(item)}\0${textOf(item)}`;
  units.pairByName(bases, heads, { base: idAndText, head: idAndText });
  units.pairByName(bases, heads, { base: textOf, head: textOf });
  pairAlike(units.freeBases(bases), units.freeHeads(heads), units);
  units.pairByName(bases, heads, { base: id, head: id });
}

/** Pairs what is reworded, the most similar first. */
function pairAlike(bases: readonly Item[], heads: readonly Item[], units: Pairing<Item>): void {
  if (bases.length > MOST_COMPARED || heads.length > MOST_COMPARED) return;
  const after = heads.map((head) => ({ head, words: wordCounts(textOf(head)) }));
  const found = bases.flatMap((base) => {
    const words = wordCounts(textOf(base));
    return after.flatMap((other) => {
      const alike = similarity(words, other.words);
      const sameId = base.facts.localId === other.head.facts.localId;
      return alike >= (sameId ? ALIKE_WITH_ID : ALIKE) ? [{ base, head: other.head, alike: sameId ? alike + 1 - ALIKE : alike }] : [];
    });
  });
  for (const { base, head } of found.sort((a, b) => b.alike - a.alike)) {
    if (units.headOf(base) === undefined && units.baseOf(head) === undefined) units.pair(base, head);
  }
}

/** True if the item is the same under another id or in another document, a renamed document aside. */
export function isRenumbered(base: Item, head: Item, renamed: ReadonlyMap<FilePath, FilePath>): boolean {
  const sameRequirement = requirementOf(base).facts.localId === requirementOf(head).facts.localId;
  return !sameRequirement || base.facts.localId !== head.facts.localId || (renamed.get(base.path) ?? base.path) !== head.path;
}
