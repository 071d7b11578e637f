import type { IndexView } from '../../index/view.ts';
import type { Reference } from '../../model/facts.ts';
import type { TextEdit } from '../../model/finding.ts';
import type { IdGrammar } from '../../formats/ids/idGrammar.ts';
import { requirementOf, withCriteria } from '../../model/item.ts';
import type { RequirementItem, ResolvedReference } from '../../model/item.ts';
import type { FilePath, Position } from '../../model/position.ts';
import type { FileEdits } from '../edits.ts';
import { subjectAt } from '../subject.ts';
import { writtenReference } from '../writtenReference.ts';
import { uniqueBy } from '../../text/grouping.ts';

/** Most names that one reference is offered; with more, nobody can tell which heading it was. */
const MOST_NAMES = 3;

/** Every reference of the workspace that names the same unknown requirement: `launch#old-heading/AC1` beside `launch#old-heading`. */
export function unknownLike(view: IndexView, { id, document }: Reference): ResolvedReference[] {
  const paths = new Set(
    view.allFindings().flatMap(({ code, path }) => (code === 'unknown-reference' || code === 'invalid-waiver' ? [path] : [])),
  );
  return [...paths].flatMap((path) =>
    view
      .referencesIn(path)
      .filter(({ reference, resolution }) => resolution.kind === 'unknown' && reference.id === id && reference.document === document),
  );
}

/**
 * What a reference that has no meaning may be called now. A heading whose slug was an id leaves its references behind when it is
 * changed, and is itself the one requirement of its document that nothing refers to.
 *
 * @param count of the references that have none. The only one is changed to a name like it by the fix of its finding.
 */
export function newNames(
  view: IndexView,
  ids: IdGrammar,
  { reference, resolution, path }: ResolvedReference,
  count: number,
): RequirementItem[] {
  const { document, id, criterion } = reference;
  if (resolution.kind !== 'unknown' || view.resolve({ id, ...(document !== undefined && { document }) }, path).kind === 'item') return [];
  const near = (count > 1 ? resolution.suggestions : []).flatMap((suggestion) => {
    const parts = ids.parse(suggestion);
    const meant = parts && view.resolve(parts, path);
    if (meant?.kind !== 'item') return [];
    return [requirementOf(meant.item)];
  });
  const isSlug = document !== undefined && !ids.isId(id);
  const lonely = isSlug ? unreferred(view, document, criterion) : [];
  return uniqueBy([...near, ...(lonely.length <= MOST_NAMES ? lonely : [])], ({ key }) => key).slice(0, MOST_NAMES);
}

function unreferred(view: IndexView, document: string, criterion: string | undefined): RequirementItem[] {
  return view
    .documents()
    .filter(({ key }) => key === document || key.endsWith(`/${document}`))
    .flatMap(({ requirements }) => requirements)
    .filter((item) => item.facts.implicit && (criterion === undefined || item.criteria.some(({ facts }) => facts.localId === criterion)))
    .filter((item) => withCriteria(item).every(({ key }) => view.referencesTo(key).length === 0));
}

/** Writes all references anew that name the unknown requirement which is named at a place; criteria and pins stay. */
export function changeAll(view: IndexView, path: FilePath, position: Position, key: string): FileEdits | undefined {
  const subject = subjectAt(view, path, position);
  const item = view.item(key);
  if (subject?.kind !== 'reference' || item?.type !== 'requirement') return undefined;
  const edits = unknownLike(view, subject.resolved.reference).flatMap((resolved): TextEdit[] => {
    const written = writtenReference(view, resolved);
    if (!written?.id) return [];
    const range = { start: written.document?.range.start ?? written.id.range.start, end: written.id.range.end };
    return [{ path: resolved.path, range, newText: view.referenceTo(item, resolved.path) }];
  });
  return { edits };
}
