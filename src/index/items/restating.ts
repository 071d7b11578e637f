import type { RequirementFacts } from '../../model/facts.ts';
import type { Item } from '../../model/item.ts';
import { requirementOf } from '../../model/item.ts';
import { isPlain } from '../../model/notation.ts';
import type { FilePath } from '../../model/position.ts';
import { fileName, folderOf, inFolder } from '../../text/paths.ts';
import { areAlike } from './places.ts';

/** Names of documents that speak of requirements which another one defines: `plan.md`, `test-plan.md`, `checklist.md`. */
const SPEAKS =
  /(?:^|[-_. ])(?:plans?|testplan|tasks?|checklists?|design|research|tests?|testing|verification|validation|traceability|matrix|roadmap|coverage)(?:[-_. ]|$)/iu;
/** Names of those that may as well define some, so that only a title that is alike shows that they do not. */
const MAY_SPEAK = /(?:^|[-_. ])(?:readme|index|overview|summary|status|progress|reports?|board|sprints?|todo|milestones?)(?:[-_. ]|$)/iu;
/** Folders in which each file is one piece of work; whatever else it names, another document defines. */
const WORK = /^(?:user[-_ ]?)?stories$|^(?:epics?|features?|use[-_ ]?cases?|backlog)$/iu;
/** Names of folders that say what documents are, not of which part of a project. */
const USUAL =
  /^(?:docs?|documentation|spec(?:s|ification|ifications)?|req(?:s|uirements?)?|plans?|planning|tests?|testing|qa|(?:user[-_ ]?)?stories|prds?|epics?|features?|use[-_ ]?cases?|designs?|tasks|checklists?|sprints?|backlog|srs|\d{2,}[-_].*)$/iu;
/** Names of documents that requirements are written down in. */
const DEFINES = /(?:^|[-_. ])(?:req(?:s|uirements?)?|spec(?:s|ification|ifications)?|prd|srs|stories)(?:[-_. ]|$)/iu;
/** What a sentence says that states a requirement, in titles. */
const BINDING = /\b(?:must|shall|should)\b|必须|应当/iu;
const NOT_IN_WORDS = /[^\p{L}\p{N}]+/gu;

/** Documents that have an id, and those of them that are not plans; where there are more, a reference stays ambiguous whatever plans say. */
const MOST = 200;
const MOST_DEFINING = 10;

/** A requirement as one document writes it. */
export interface Written {
  readonly path: FilePath;
  readonly facts: RequirementFacts;
  readonly folder: FilePath;
  /** Of the document, without its ending. */
  readonly name: string;
  /** True where the document is of a kind that speaks of what others define. */
  readonly speaks: boolean;
}

export function writtenIn(path: FilePath, facts: RequirementFacts): Written {
  const name = fileName(path).replace(/\.[^.]+$/u, '');
  return { path, facts, folder: folderOf(path), name, speaks: SPEAKS.test(name) };
}

/**
 * Of items with one id, those that a reference can mean: a plan that writes an id again refers to it where a document that is not one defines it, in its
 * own folder, or elsewhere under a title that is alike. So does a document that was cut into the files of a folder of its name: `docs/prd.md` beside
 * `docs/prd/login.md`. In a folder of plans each is what it was.
 *
 * @returns all of them where very many define it, since a number of nearly each feature is asked about nearly everywhere.
 */
export function withoutRestated(items: readonly Item[]): readonly Item[] {
  if (items.length > MOST) return items;
  const places: Written[] = [];
  let defining = 0;
  for (const item of items) {
    const place = writtenIn(item.path, requirementOf(item).facts);
    places.push(place);
    if (isPlain(place.facts) && !place.speaks) defining += 1;
    if (defining > MOST_DEFINING) return items;
  }
  const kept = items.filter((_item, at) => !places.some((other) => places[at] && isMeantBy(places[at], other)));
  return kept.length > 0 ? kept : items;
}

/** True where a reference that could mean either means the other one. */
function isMeantBy(at: Written, of: Written): boolean {
  if (!isPlain(at.facts) || !isPlain(of.facts)) return false;
  const speaks = at.speaks && !of.speaks;
  if (speaks && at.folder === of.folder) return true;
  return (speaks || isWholeOf(at, of)) && areNamedAlike(at.facts, of.facts);
}

/**
 * Which of the places that write one id only write a requirement again that another one defines, and which: the plan beside the specification, the
 * document that was cut into files, the story that lists what it is about, the list of all that has a file for each. What says anything of its own, such as a
 * criterion that the other does not have, is a requirement of its own, and so is what could be either of two.
 *
 * @returns for each that is written again where it is defined.
 */
export function restatedAmong(places: readonly Written[]): ReadonlyMap<Written, Written> {
  const found = new Map<Written, Written>();
  if (places.length < 2 || places.length > MOST || !places.some(({ facts }) => isPlain(facts) || facts.copied)) return found;
  const few = places.filter(({ speaks }) => !speaks).length <= MOST_DEFINING;
  const definition = new Map<Written, Written>();
  const definitionOf = (at: Written): Written => {
    const known = definition.get(at);
    if (known) return known;
    definition.set(at, at);
    const others = new Map<string, Written>();
    for (const of of places) {
      if ((!few && of.folder !== at.folder) || !isWrittenAgain(at, of)) continue;
      const found = definitionOf(of);
      others.set(itemOf(found), found);
    }
    const [only = at] = others.size === 1 ? others.values() : [];
    definition.set(at, only);
    return only;
  };
  for (const at of places) {
    // Of what is written in a notation of its own it is known where it is defined.
    const of = isPlain(at.facts) ? definitionOf(at) : (originalOf(at, places) ?? at);
    if (of !== at) found.set(at, of);
  }
  return found;
}

/** Where documents define what their tool wrote into a file of its own; undefined where none does, or several do. */
function originalOf(at: Written, places: readonly Written[]): Written | undefined {
  if (!at.facts.copied) return undefined;
  const [only, ...others] = places.filter(({ facts }) => !facts.copied && facts.notation === at.facts.notation);
  return others.length === 0 ? only : undefined;
}

/** Places of one namespace are one item where their notation says that there may be several. */
function itemOf({ path, facts: { place, namespace } }: Written): string {
  return place && namespace !== undefined ? `${namespace}#` : path;
}

/** No two places are written again by each other: each condition leads from what speaks to what does not, or along an order. */
function isWrittenAgain(at: Written, of: Written): boolean {
  if (at.path === of.path || !isPlain(at.facts) || speaksIn(of) || !addsNothing(at.facts, of.facts)) return false;
  const isBeside = at.folder === of.folder;
  if (isBeside && at.speaks && isAbout(at, of)) return true;
  if (isBeside && isPlain(of.facts) && isOwn(at) === isOwn(of) && !speaksIn(at))
    return saysTheSame(at.facts, of.facts) && goesBefore(of, at);
  if (!areNamedAlike(at.facts, of.facts)) return false;
  if (isWholeOf(at, of)) return true;
  return (isBeside || areOfOnePart(at, of)) && isFurtherThan(at, of);
}

/** True for the plan of a folder, `plan.md`, and for one whose name says whose it is: `login-test-plan.md` beside `login.md`. */
function isAbout(at: Written, of: Written): boolean {
  const subject = subjectOf(at.name);
  return subject === '' || subject === subjectOf(of.name);
}

/** What a name says beside the kind of document that it is for: `login` for `login-spec` and `test-plan_login`. */
function subjectOf(name: string): string {
  const words = name.toLowerCase().split(/[-_. ]/u);
  return words.filter((word) => !SPEAKS.test(word) && !DEFINES.test(word)).join(' ');
}

/** Where titles are alike: from what speaks to what does not, from lists to a piece of work, from plain files to those of a notation. */
function isFurtherThan(at: Written, of: Written): boolean {
  if (speaksIn(at)) return true;
  if (isOwn(at)) return !isPlain(of.facts);
  return isOwn(of) || (MAY_SPEAK.test(at.name) && !MAY_SPEAK.test(of.name));
}

function speaksIn(at: Written): boolean {
  return at.speaks || (isPlain(at.facts) && isWork(at) && !isOwn(at));
}

/** True for the piece of work that a file is about: the title of `docs/stories/boil.md`. */
function isOwn(at: Written): boolean {
  return at.facts.level === 1 && isWork(at) && !at.speaks;
}

function isWork({ folder }: Written): boolean {
  return WORK.test(fileName(folder));
}

function isWholeOf(at: Written, of: Written): boolean {
  return !of.speaks && of.path.startsWith(`${inFolder(at.folder, at.name)}/`);
}

/** A title that only says the id again says nothing else. */
function areNamedAlike(a: RequirementFacts, b: RequirementFacts): boolean {
  return a.title === a.localId || areAlike(a.title, b.title);
}

function saysTheSame(a: RequirementFacts, b: RequirementFacts): boolean {
  return BINDING.test(a.title) && wordsOf(a.title) === wordsOf(b.title);
}

function goesBefore(a: Written, b: Written): boolean {
  const criteria = a.facts.criteria.length - b.facts.criteria.length;
  if (criteria !== 0) return criteria > 0;
  const [one, other] = [MAY_SPEAK.test(a.name), MAY_SPEAK.test(b.name)];
  if (one !== other) return other;
  const [defines, otherDefines] = [DEFINES.test(a.name), DEFINES.test(b.name)];
  return defines === otherDefines ? a.path < b.path : defines;
}

/** True where nothing would be lost if only the other one were there. */
function addsNothing(at: RequirementFacts, of: RequirementFacts): boolean {
  if (at.needs !== undefined && at.needs.join() !== of.needs?.join()) return false;
  if (of.exempt && !at.exempt) return false;
  return at.criteria.every(({ localId, text, exempt }) => {
    const same = of.criteria.find((other) => other.localId === localId);
    return same !== undefined && wordsOf(same.text) === wordsOf(text) && (exempt || !same.exempt);
  });
}

function wordsOf(text: string): string {
  return text.toLowerCase().replace(NOT_IN_WORDS, ' ').trim();
}

/** True where both are about one part of the project, or one is about all of it: `docs/a.md` and `specs/b.md`, not `packages/a` and `packages/b`. */
function areOfOnePart(a: Written, b: Written): boolean {
  const [one, other] = [partOf(a.folder), partOf(b.folder)];
  return one.startsWith(other) || other.startsWith(one);
}

/** `packages/a/` for `packages/a/docs/specs`; empty for what is about all of the project. */
function partOf(folder: FilePath): string {
  return folder
    .split('/')
    .filter((name) => name !== '' && !USUAL.test(name))
    .map((name) => `${name}/`)
    .join('');
}
