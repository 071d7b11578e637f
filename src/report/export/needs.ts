import type { IndexView } from '../../index/view.ts';
import { compareText } from '../../index/order.ts';
import { addTo } from '../../text/grouping.ts';
import { toJson } from '../writing/json.ts';
import { exportedItems, namesOf } from './exported.ts';
import type { Exported } from './exported.ts';

/** Of the only version; sphinx-needs refuses to take needs of a project that has none. */
const VERSION = '1';

/** Requirements as a `needs.json` for `needimport` and `needs_external_needs`; criteria are the parts of their need. */
export function renderNeeds(view: IndexView, name: string): string {
  const items = exportedItems(view);
  const requirements = items.filter(({ parent }) => parent === undefined);
  const names = namesOf(requirements, legal);
  const parts = new Map<string, Exported[]>();
  for (const item of items) if (item.parent !== undefined) addTo(parts, item.parent, item);
  const needs = requirements.map((item) => needOf(item, names, parts.get(item.key) ?? []));
  return toJson({
    current_version: VERSION,
    project: name,
    versions: {
      [VERSION]: {
        needs: Object.fromEntries(needs.toSorted((a, b) => compareText(a.id, b.id)).map((need) => [need.id, need])),
        needs_amount: needs.length,
      },
    },
  });
}

function needOf(item: Exported, names: ReadonlyMap<string, string>, parts: readonly Exported[]) {
  const id = names.get(item.key) ?? legal(item.id);
  const [, docname = item.file, doctype = ''] = /^(.*?)(\.[^./]+)?$/u.exec(item.file) ?? [];
  return {
    content: item.text,
    docname,
    doctype,
    id,
    lineno: item.line,
    links: item.covers.flatMap((key) => names.get(key) ?? []),
    parts: Object.fromEntries(parts.map((part) => [partName(part), { content: part.text, id: partName(part), links: [] }] as const)),
    status: item.status,
    title: item.title,
    type: item.kind ?? 'req',
  };
}

function partName({ id }: Exported): string {
  return legal(id.replace(/^.*\//u, ''));
}

/** What may be in the ID of a need. */
function legal(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9_-]+/gu, '_').replace(/^-+/u, '') || '_';
}
