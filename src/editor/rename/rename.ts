import * as l10n from '@vscode/l10n';
import type { Reading } from '../../formats/extraction/reading.ts';
import type { IndexView } from '../../index/view.ts';
import type { TextEdit } from '../../model/finding.ts';
import type { FormatContext } from '../../formats/notation/context.ts';
import type { NamedType } from '../../formats/notation/notation.ts';
import { notationOf, notationOfWords } from '../../formats/notation/notation.ts';
import { requirementOf, withParts } from '../../model/item.ts';
import type { CriterionItem, Item, RequirementItem, ResolvedReference } from '../../model/item.ts';
import { itemsMeant } from '../../model/item.ts';
import type { FilePath, Position, Range } from '../../model/position.ts';
import { say } from '../../model/message.ts';
import { contains } from '../../model/position.ts';
import { collapse, linesOf } from '../../text/lines.ts';
import { localised } from '../../text/words/localised.ts';
import type { FileEdits } from '../edits.ts';
import type { Refusal } from '../refusal.ts';
import { inNotebook } from '../refusal.ts';
import { anchorEdits } from './anchors.ts';
import { isTitled, retitled } from './retitle.ts';
import type { TextOf } from './renameCheck.ts';
import { checkRename, isPositionIn } from './renameCheck.ts';
import type { Subject } from '../subject.ts';
import { subjectAt } from '../subject.ts';
import type { WrittenReference } from '../writtenReference.ts';
import { partAt, writtenReference } from '../writtenReference.ts';

/** What can be renamed at a place. */
export interface Renameable {
  readonly item: Item;
  /** The id or the criterion under the cursor. */
  readonly range: Range;
  /** What it is called now: `IP-1.1`, or `AC2` for a criterion. */
  readonly name: string;
}

/**
 * What a rename at this place would rename: in `launch#IP-1.1/AC|2` the criterion, in `launch#IP|-1.1/AC2` the requirement.
 * Undefined where no id stands; a refusal where nobody wrote the id, so that there is nothing to write anew.
 */
export function prepareRename(view: IndexView, path: FilePath, position: Position): Renameable | Refusal | undefined {
  const subject = subjectAt(view, path, position);
  if (!subject) return undefined;
  const found = renameable(view, subject, position);
  // The name of a function is for its language to rename, where it is not for us.
  const isName = subject.kind === 'reference' && subject.resolved.annotation?.source === 'test-name';
  return found && 'refusal' in found && isName ? undefined : found;
}

function renameable(view: IndexView, subject: Subject, position: Position): Renameable | Refusal | undefined {
  if (subject.kind === 'definition') {
    const { item } = subject;
    const { idRange, nameRange } = item.facts;
    if (isTitled(view.notations, item))
      return contains(nameRange, position) ? { item, range: nameRange, name: item.facts.title } : undefined;
    if (!idRange) return derived(view, item);
    return contains(calledRange(item, idRange), position) ? { item, range: idRange, name: item.facts.localId } : undefined;
  }
  const { resolved } = subject;
  const { resolution, reference } = resolved;
  if (resolution.kind === 'ambiguous')
    return { refusal: l10n.t('{0} could mean several items; say which document it is of first', reference.text) };
  if (resolution.kind !== 'item') return { refusal: l10n.t('{0} is not defined in any document', reference.text) };
  const written = writtenReference(view, resolved);
  const part = written && partAt(written, position);
  if (!written || part === 'pin') return undefined;
  if (part === 'document') return { refusal: l10n.t('A document is renamed by renaming its file') };
  const range = part && written[part]?.range;
  const { item } = resolution;
  const meant = part === 'id' && item.type === 'criterion' && reference.criterion !== undefined ? item.requirement : item;
  if (!range) return undefined;
  if (isTitled(view.notations, meant)) return { item: meant, range, name: meant.facts.title };
  return meant.facts.idRange ? { item: meant, range, name: meant.facts.localId } : derived(view, meant);
}

/** What names an item where it is defined: the id, and the label before a number, `Requirement 1`; the title is for Markdown to rename. */
function calledRange({ facts }: Item, idRange: Range): Range {
  const { start } = facts.nameRange;
  const isLabelled = start.line === idRange.start.line && idRange.end.character - idRange.start.character < facts.localId.length;
  return isLabelled ? { start, end: idRange.end } : idRange;
}

// @implements RT-7.2~e2e99d
/**
 * Everything that has to be written again for an item to have another name: its definition, and every reference in
 * documents, code, tests and waivers. What an edit would make of each file is read again before it is offered, so a rename
 * either keeps every link or is refused.
 *
 * @param textOf the present text of a file, the editor's before the disk's.
 */
export async function rename(
  view: IndexView,
  reading: Reading,
  at: { readonly path: FilePath; readonly position: Position },
  newName: string,
  textOf: TextOf,
): Promise<FileEdits | Refusal | undefined> {
  const target = prepareRename(view, at.path, at.position);
  if (!target || 'refusal' in target) return target;
  return renameItem(view, reading, target.item, newName, textOf);
}

/** The edits that give an item a new name wherever it is written; see {@link rename}. */
export async function renameItem(
  view: IndexView,
  reading: Reading,
  item: Item,
  newName: string,
  textOf: TextOf,
): Promise<FileEdits | Refusal> {
  const name = collapse(newName);
  const ids = notationOf(view.notations, item)?.ids;
  const heading = isTitled(view.notations, item) ? await retitled(reading.extractor, item, name, textOf) : undefined;
  if (heading && 'refusal' in heading) return heading;
  const localId = heading?.localId ?? ids?.normal(name, typeOf(item)) ?? name;
  const refusal = heading ? undefined : refuse(view, reading.extractor, item, name, localId);
  if (refusal !== undefined) return { refusal };
  if (localId === item.facts.localId && !heading) return { edits: [] };
  const unclear = ambiguousReference(view, item);
  if (unclear)
    return {
      refusal: l10n.t(
        '{0} could mean {1} or another item, and would mean the other one from then on; say there which document it is of first',
        placeOf(unclear),
        item.id,
      ),
    };
  const definition = heading?.edit ?? (await definitionEdit(item, ids?.written ? localId : name, textOf, ids?.rewritten));
  if (!definition) return derived(view, item);
  const references = referenceEdits(view, item, localId);
  if ('refusal' in references) return references;
  const named = [definition, ...references];
  const edits = [...named, ...(await anchorEdits(view, named, textOf))];
  const refused = inNotebook(edits);
  if (refused) return refused;
  const checked = await checkRename(view, reading.extractor, { item, localId }, edits, textOf);
  if ('refusal' in checked) return checked;
  return {
    edits: checked.edits,
    group: {
      label: l10n.t('Rename {0} in code', item.facts.localId),
      description: l10n.t('References in code and tests'),
      has: (file) => ['code', 'test'].includes(view.facts(file)?.role ?? ''),
    },
  };
}

function refuse(view: IndexView, context: FormatContext, item: Item, name: string, localId: string): string | undefined {
  return (
    refuseName(view, context, item, name) ??
    (item.type === 'requirement' ? refuseId(view, item, localId) : refuseCriterion(view, item, localId))
  );
}

function derived(view: IndexView, item: Item): Refusal {
  const fixed = notationOf(view.notations, item)?.ids.fixed?.(item.facts.localId);
  if (fixed) return { refusal: localised(fixed) };
  if (item.type === 'criterion')
    return { refusal: l10n.t('{0} is counted by its position; give the criteria of {1} written IDs first', item.id, item.requirement.id) };
  return { refusal: l10n.t('{0} is made from its heading; change the heading, or give the requirement a written ID first', item.id) };
}

function typeOf(item: Item): NamedType {
  return item.type === 'criterion' && item.facts.whole ? 'whole criterion' : item.type;
}

/** Only the item's notation knows what a name in it looks like. */
function refuseName(view: IndexView, context: FormatContext, item: Item, name: string): string | undefined {
  const notation = notationOf(view.notations, item);
  const type = typeOf(item);
  if (!notation || notation.ids.isName(name, type, context)) return undefined;
  return localised(notation.ids.noName?.(name, type) ?? say('"{0}" is not a valid name in the notation {1}', name, notation.name));
}

function refuseId(view: IndexView, item: RequirementItem, name: string): string | undefined {
  const own = view.resolve({ id: name, document: item.documentKey }, item.path);
  if (own.kind === 'item' && own.item.key !== item.key && own.item.path === item.path) return taken(own.item);
  const others = holders(view, name, item);
  const bare = others
    .flatMap((other) => [other, ...(other.type === 'requirement' ? other.criteria : [])])
    .flatMap(({ key }) => view.referencesTo(key))
    .filter(
      ({ reference, path, resolution }) =>
        reference.id === name &&
        reference.document === undefined &&
        resolution.kind === 'item' &&
        resolution.item.path !== path &&
        // What is written in a namespace means what that has.
        requirementOf(resolution.item).namespace !== view.facts(path)?.namespace,
    );
  return (
    bare[0] &&
    others[0] &&
    l10n.t(
      '{0} is already defined in {1}, and {2} refers to that one without naming its document. Choose another ID',
      name,
      others[0].path,
      placeOf(bare[0]),
    )
  );
}

function refuseCriterion(view: IndexView, item: CriterionItem, localId: string): string | undefined {
  const same = item.requirement.criteria.find(({ facts, key }) => facts.localId === localId && key !== item.key);
  if (same) return taken(same);
  const [other] = item.facts.whole ? holders(view, localId, item) : [];
  return other && taken(other);
}

function taken(item: Item): string {
  return l10n.t('{0} is already used in {1}, line {2}. Choose another ID', item.id, item.path, item.facts.nameRange.start.line + 1);
}

/** Items of other names' documents that have an id already. */
function holders(view: IndexView, id: string, item: Item): readonly Item[] {
  const resolution = view.resolve({ id }, '');
  return itemsMeant(resolution).filter(({ key }) => key !== item.key);
}

/** A reference that could mean the item, or a criterion of it, and nothing says whether it does. */
function ambiguousReference(view: IndexView, item: Item): ResolvedReference | undefined {
  const keys = new Set([item, ...(item.type === 'requirement' ? item.criteria : [])].map(({ key }) => key));
  const paths = new Set(view.allFindings().flatMap(({ code, path }) => (code === 'ambiguous-reference' ? [path] : [])));
  for (const path of paths) {
    const found = view.referencesIn(path).find(
      ({ reference, resolution }) =>
        // A number that nothing ties to a namespace means no other one for that.
        reference.reach !== 'only' && resolution.kind === 'ambiguous' && resolution.candidates.some(({ key }) => keys.has(key)),
    );
    if (found) return found;
  }
  return undefined;
}

/** Writes the id where it is defined. A label stays, if its prefix does: `Integration Point 1.1: …` becomes `Integration Point 1.2: …`. */
async function definitionEdit(
  item: Item,
  name: string,
  textOf: TextOf,
  rewritten?: (name: string, before: string) => string,
): Promise<TextEdit | undefined> {
  const { idRange, localId } = item.facts;
  const text = await textOf(item.path);
  const lines = text === undefined ? undefined : linesOf(text);
  const written = lines?.[idRange?.start.line ?? -1]?.slice(idRange?.start.character, idRange?.end.character);
  if (!idRange || written === undefined || idRange.start.line !== idRange.end.line) return undefined;
  if (rewritten) return { path: item.path, range: idRange, newText: rewritten(name, written) };
  const [prefix, number] = split(localId);
  const [newPrefix, newNumber] = split(name);
  const labelled = item.type === 'requirement' && !written.includes(localId) && prefix === newPrefix && written.endsWith(number);
  const whole = written.includes(localId) ? written.replace(localId, () => name) : name;
  const newText = labelled ? written.slice(0, -number.length) + newNumber : whole;
  return { path: item.path, range: idRange, newText };
}

function split(id: string): [prefix: string, number: string] {
  const at = id.lastIndexOf('-');
  return [id.slice(0, at), id.slice(at + 1)];
}

function referenceEdits(view: IndexView, item: Item, localId: string): TextEdit[] | Refusal {
  const edits: TextEdit[] = [];
  const items = withParts(item);
  for (const resolved of items.flatMap(({ key }) => view.referencesTo(key))) {
    const { reference } = resolved;
    // A criterion with an id of its own is named without its requirement.
    if (
      item.type === 'requirement' &&
      (reference.composed || (reference.id !== item.facts.localId && !isPositionIn(reference, item.facts.localId)))
    )
      continue;
    // What only a range or another name speaks of follows these.
    if (reference.between || reference.through !== undefined) continue;
    const written = writtenReference(view, resolved);
    if (!written)
      return {
        refusal: l10n.t('{0} writes {1} in a way that cannot be changed for you; change it there first', placeOf(resolved), reference.text),
      };
    const edit = referenceEdit(view, item, localId, resolved, written);
    if (edit) edits.push(edit);
  }
  return edits;
}

function referenceEdit(
  view: IndexView,
  item: Item,
  localId: string,
  resolved: ResolvedReference,
  written: WrittenReference,
): TextEdit | undefined {
  const { path, annotation } = resolved;
  const isName = annotation?.source === 'test-name';
  const part = item.type === 'criterion' && resolved.reference.criterion !== undefined ? written.criterion : written.id;
  if (!part) return undefined;
  if (isName) return { path, range: part.range, newText: inName(localId, part.text) };
  const words = notationOfWords(view.notations, resolved.reference)?.ids;
  const inWords = words?.rewritten?.(localId, part.text) ?? localId;
  // Numbers that mean nothing outside of their namespace need no name of it.
  if (words?.written) return { path, range: part.range, newText: inWords };
  const document = item.type === 'requirement' ? documentFor(view, item, localId, path, written.document?.text) : undefined;
  if (document === undefined || document === written.document?.text) {
    return { path, range: part.range, newText: inWords };
  }
  const start = written.document?.range.start ?? part.range.start;
  return { path, range: { start, end: part.range.end }, newText: `${document}#${localId}` };
}

/** As much document as the new id needs, written in this file; undefined if the id alone will do and none was written. */
function documentFor(view: IndexView, item: RequirementItem, id: string, from: FilePath, written: string | undefined): string | undefined {
  const isFree = (document: string | undefined): boolean => {
    const { kind } = view.resolve({ id, ...(document !== undefined && { document }) }, from);
    return kind === 'unknown' || kind === 'foreign';
  };
  if (isFree(written) || (written === undefined && from === item.path)) return written;
  const segments = item.documentKey.split('/');
  for (let at = segments.length - 1; at >= 0; at -= 1) {
    const tail = segments.slice(at).join('/');
    if (isFree(tail)) return tail;
  }
  return item.documentKey;
}

/** `IP-1.2` in the name of a test is `IP_1_2`, in the letter case that the name has. */
function inName(localId: string, before: string): string {
  const name = localId.replace(/[-.]/gu, '_');
  return /[a-z]/u.test(before) && !/[A-Z]/u.test(before) ? name.toLowerCase() : name;
}

function placeOf({ path, reference }: ResolvedReference): string {
  return l10n.t('{0}, line {1},', path, reference.range.start.line + 1);
}
