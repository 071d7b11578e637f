import * as l10n from '@vscode/l10n';
import type { Extractor } from '../../formats/extraction/extract.ts';
import type { Reading } from '../../formats/extraction/reading.ts';
import { writerOf } from '../../formats/notation/notation.ts';
import type { IndexView } from '../../index/view.ts';
import type { RequirementFacts } from '../../model/facts.ts';
import type { TextEdit } from '../../model/finding.ts';
import type { IdGrammar } from '../../formats/ids/idGrammar.ts';
import { withCriteria } from '../../model/item.ts';
import type { CriterionItem, RequirementItem } from '../../model/item.ts';
import type { Position, Range } from '../../model/position.ts';
import { linesOf } from '../../text/lines.ts';
import type { FileEdits } from '../edits.ts';
import { applyEdits } from '../edits.ts';
import type { Refusal } from '../refusal.ts';
import { writtenReference } from '../writtenReference.ts';
import { notWritten } from '../refusal.ts';

/** Most criteria of one requirement that are looked at one by one. */
const MOST_CRITERIA = 500;

/**
 * Gives a requirement whose id is made from its heading one that is written, the next free of its document, and writes all
 * references to it anew.
 */
export function writeId(view: IndexView, { extractor, ids }: Reading, item: RequirementItem, text: string): FileEdits | Refusal {
  if (!writerOf(view.notations, item).definition) return notWritten(item);
  const id = nextId(view, ids, item);
  const { nameRange } = item.facts;
  const position = requirementAt(extractor, item, text, []);
  const forms = [...numbered(item, id, text), ...marks(view, item, id, nameRange)];
  const edit = forms.find((candidate) => {
    const after = requirementAt(extractor, item, text, [candidate]);
    return after?.localId === id && after.criteria.length === position?.criteria.length && after.title === item.facts.title;
  });
  if (!edit) return { refusal: l10n.t('The heading "{0}" has no place for an ID; write one yourself, such as {1}', item.facts.title, id) };
  const references = withCriteria(item)
    .flatMap(({ key }) => view.referencesTo(key))
    .flatMap((resolved): TextEdit[] => {
      const written = writtenReference(view, resolved);
      if (!written?.id) return [];
      return [
        {
          path: resolved.path,
          range: { start: written.document?.range.start ?? written.id.range.start, end: written.id.range.end },
          newText: id,
        },
      ];
    });
  return { edits: [edit, ...references] };
}

/** A label without a number takes one: `### Requirement: Pay` becomes `### Requirement 12: Pay`. */
function numbered(item: RequirementItem, id: string, text: string): TextEdit[] {
  const { line, character } = item.facts.nameRange.start;
  const heading = linesOf(text)[line] ?? '';
  const colon = heading.indexOf(':', character);
  if (colon < 0) return [];
  const at = { line, character: character + heading.slice(character, colon).trimEnd().length };
  return [insert(item, at, ` ${id.slice(id.lastIndexOf('-') + 1)}`)];
}

/** Writes the ids of all criteria that are counted now, so that another one between them moves none: `- AC2: text`. */
export function writeCriterionIds(view: IndexView, extractor: Extractor, item: RequirementItem, text: string): FileEdits | Refusal {
  const counted = item.criteria.filter(({ facts }) => !facts.idRange && facts.kind === 'criterion').slice(0, MOST_CRITERIA);
  const edits = counted.flatMap((criterion) => criterionEdit(view, extractor, item, criterion, text) ?? []);
  return edits.length ? { edits } : { refusal: l10n.t('The criteria of {0} have no place for IDs', item.id) };
}

function criterionEdit(
  view: IndexView,
  extractor: Extractor,
  item: RequirementItem,
  { facts }: CriterionItem,
  text: string,
): TextEdit | undefined {
  const { localId, nameRange } = facts;
  return marks(view, item, localId, nameRange).find((candidate) => {
    const after = requirementAt(extractor, item, text, [candidate]);
    const written = after?.criteria.find((criterion) => criterion.localId === localId);
    return written?.idRange !== undefined && written.text === facts.text && after?.criteria.length === item.criteria.length;
  });
}

function requirementAt(
  extractor: Extractor,
  item: RequirementItem,
  text: string,
  edits: readonly TextEdit[],
): RequirementFacts | undefined {
  const line = item.facts.nameRange.start.line;
  return extractor.extract(item.path, applyEdits(text, edits)).requirements.find(({ nameRange }) => nameRange.start.line === line);
}

/** The ways in which the notation of a document writes an id of what has none. */
function marks(view: IndexView, item: RequirementItem, id: string, { start, end }: Range): TextEdit[] {
  const written = writerOf(view.notations, item).definition?.(id);
  return written ? [insert(item, start, written.before), insert(item, end, written.behind)] : [];
}

function insert({ path }: RequirementItem, at: Position, newText: string): TextEdit {
  return { path, range: { start: at, end: at }, newText };
}

/** One more than the highest number of the prefix that the document, or else the workspace, uses most; `REQ-1` where none does. */
function nextId(view: IndexView, ids: IdGrammar, item: RequirementItem): string {
  const written = Array.from(view.requirements()).filter(({ facts }) => !facts.implicit && !ids.isCustom(facts.localId));
  const own = written.filter(({ path }) => path === item.path);
  const counts = new Map<string, number>();
  for (const { facts } of own.length ? own : written) {
    const known = ids.prefixOf(facts.localId);
    counts.set(known, (counts.get(known) ?? 0) + 1);
  }
  const prefix = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'REQ';
  const numbers = written
    .map(({ facts }) => facts.localId)
    .filter((id) => ids.prefixOf(id) === prefix)
    .map((id) => id.slice(prefix.length + 1).split('.')[0] ?? '');
  const width = Math.max(1, ...numbers.filter((number) => number.startsWith('0')).map(({ length }) => length));
  const highest = numbers.reduce((most, number) => Math.max(most, Number(number)), 0);
  return `${prefix}-${String(highest + 1).padStart(width, '0')}`;
}
