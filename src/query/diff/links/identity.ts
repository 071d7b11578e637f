import type { IndexView } from '../../../index/view.ts';
import type { Annotation } from '../../../model/facts.ts';
import type { Link } from '../../../model/item.ts';
import { allUnits } from '../../units.ts';

/** Kind, file and declaration of a link: what it is known by while its reference may change. */
export function placeOf(link: Link): string {
  return [link.kind, link.path, bareName(link) ?? ''].join('\0');
}

/** Kind and declaration, whatever file that is in; undefined for an annotation that is on none. */
export function symbolOf(link: Link): string | undefined {
  const name = bareName(link);
  return name === undefined ? undefined : [link.kind, name].join('\0');
}

/** The reference as written, its revision aside. */
export function written({ annotation: { reference } }: { readonly annotation: Pick<Annotation, 'reference'> }): string {
  return [reference.document ?? '', reference.id, reference.criterion ?? ''].join('\0');
}

/** The links of an index, one for each annotation: a requirement passes its own on to all its criteria. */
export function linksByAnnotation(view: IndexView): Link[] {
  const links = new Map<Annotation, Link>();
  for (const { key } of allUnits(view)) for (const link of view.coverage(key).links) links.set(link.annotation, link);
  return Array.from(links.values());
}

/** The name of the declaration without the reference, which is part of a test's title: `AC2 refuses` is a test that ` refuses` before and after AC2 is AC3. */
function bareName({ annotation: { declaration, reference } }: Link): string | undefined {
  return declaration?.name.replace(reference.text, '');
}
