import type { TypeHierarchyItem } from 'vscode-languageserver-types';
import { SymbolKind } from 'vscode-languageserver-types';
import { compareText } from '../../index/order.ts';
import type { IndexView } from '../../index/view.ts';
import type { RequirementItem } from '../../model/item.ts';
import { requirementOf, withCriteria } from '../../model/item.ts';
import type { FilePath, Position } from '../../model/position.ts';
import { comparePositions, contains } from '../../model/position.ts';
import { itemTitle } from '../hover/itemMarkdown.ts';
import type { UriOf } from '../place.ts';
import { lspRange } from '../place.ts';
import { requirementsIn } from '../requirementsIn.ts';
import { stateWords } from '../hover/statusWords.ts';
import { itemsOf, subjectAt } from '../subject.ts';
import { uniqueBy } from '../../text/grouping.ts';

/** What a requirement in the hierarchy carries until its neighbours are asked for. */
export interface HierarchyData {
  /** Key of the requirement: `docs/launch#IP-1.1`. */
  readonly key: string;
}

/** The requirement under the cursor as the root of a hierarchy; null where none is. */
export function prepareTypeHierarchy(view: IndexView, path: FilePath, position: Position, uriOf: UriOf): TypeHierarchyItem[] | null {
  const subject = subjectAt(view, path, position);
  const requirements = subject ? itemsOf(subject).map(requirementOf) : [];
  return requirements.length ? requirements.map((item) => hierarchyItem(view, item, uriOf)) : null;
}

/** The higher requirements that one covers. */
export function supertypes(view: IndexView, { key }: HierarchyData, uriOf: UriOf): TypeHierarchyItem[] {
  const item = view.item(key);
  if (item?.type !== 'requirement') return [];
  const covered = item.facts.covers.flatMap((reference) => {
    const resolution = view.resolve(reference, item.path);
    return resolution.kind === 'item' ? [requirementOf(resolution.item)] : [];
  });
  return unique(covered).map((one) => hierarchyItem(view, one, uriOf));
}

/** The lower requirements that cover one or a criterion of it. */
export function subtypes(view: IndexView, { key }: HierarchyData, uriOf: UriOf): TypeHierarchyItem[] {
  const item = view.item(key);
  if (item?.type !== 'requirement') return [];
  const covering = withCriteria(item)
    .flatMap((one) => view.referencesTo(one.key))
    .flatMap(({ use, path, reference }) =>
      use === 'covers'
        ? requirementsIn(view, path).filter(({ facts }) => facts.covers.some(({ range }) => contains(range, reference.range.start)))
        : [],
    );
  return unique(covering).map((one) => hierarchyItem(view, one, uriOf));
}

/** Each once, in the order of the documents. */
function unique(items: readonly RequirementItem[]): RequirementItem[] {
  return uniqueBy(items, ({ key }) => key).sort(
    (a, b) => compareText(a.path, b.path) || comparePositions(a.facts.range.start, b.facts.range.start),
  );
}

function hierarchyItem(view: IndexView, item: RequirementItem, uriOf: UriOf): TypeHierarchyItem {
  const data: HierarchyData = { key: item.key };
  return {
    name: itemTitle(item),
    kind: SymbolKind.Class,
    detail: stateWords(view, item),
    uri: uriOf(item.path),
    range: lspRange(item.facts.range),
    selectionRange: lspRange(item.facts.nameRange),
    data,
  };
}
