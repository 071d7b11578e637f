import type { ReqifRule } from '../../../model/configuration.ts';
import type { ReqifBody, ReqifElement } from '../../carriers/reqif/reqifBody.ts';
import { isNumber, isObjectId, withHyphen } from '../../ids/objectIds.ts';
import { normalName } from '../../items/objectKinds.ts';
import { Attributes } from './attributes.ts';
import type { ReqifAttribute } from './attributes.ts';
import { Classifier } from './classify.ts';
import type { ReadObject } from './classify.ts';

/** Why an object is not an item. */
export type Left = 'deleted' | 'empty' | 'outside';

/** An object of a file as an item, or as what it is else. */
export interface FoundObject {
  readonly element: ReqifElement;
  readonly type: string;
  readonly read: ReadObject;
  readonly left: Left | undefined;
  /** As references have it. */
  readonly localId: string;
  readonly namespace: string;
  readonly aliases: readonly string[];
  /** How deep it is in its specification; 0 outside of any. */
  readonly depth: number;
}

/** A specification as its objects know it. */
interface Home {
  readonly depth: number;
  readonly prefix: string;
  readonly slug: string;
}

/** The objects of a file, by IDENTIFIER, in the order of the file. */
export function objectsOf(body: ReqifBody, base: string, rule: ReqifRule | undefined): ReadonlyMap<string, FoundObject> {
  const attributes = new Attributes(body);
  const classifier = new Classifier(rule);
  const homes = homesOf(body, attributes, rule?.prefix);
  const all = body.objects.map((element) => ({ element, own: attributes.of(element), type: typeOf(body, element) }));
  const habits = {
    chapterIsHeading: all.some(({ own }) => {
      const chapter = own.find(({ normal }) => normal === 'reqifchaptername');
      return chapter ? chapter.kind === 'XHTML' : own.some(({ normal }) => normal === 'reqiftext');
    }),
  };
  const known = new Map([...body.types.values()].map(({ id, definitions }) => [id, classifier.knows(definitions.map(({ name }) => name))]));
  const read = all.map(({ element, own, type }) => {
    const object = classifier.read(element, type, own, habits);
    const home = homes.get(element.id);
    return { element, own, type, read: object, home, left: leftOut(object, home, homes.size > 0, known.get(element.type) ?? false) };
  });
  const shared = sharedIds(read.map(({ read: { id }, home }) => ({ id, slug: home?.slug ?? '' })));
  const several = new Set([...homes.values()].map(({ slug }) => slug)).size > 1;
  return new Map(
    read.map(({ element, own, type, read: object, home, left }) => {
      const { id, aliases, isNumbered } = idOf(element, object, own, home?.prefix ?? rule?.prefix ?? '');
      const isShared = (isNumbered && several) || shared.has(object.id);
      const namespace = isShared && home ? `${base}/${home.slug}` : base;
      return [element.id, { element, type, read: object, left, localId: id, namespace, aliases, depth: home?.depth ?? 0 }];
    }),
  );
}

function typeOf({ types }: ReqifBody, { type }: ReqifElement): string {
  return types.get(type)?.name ?? '';
}

/** Where the objects are; one that is in several specifications belongs to the first. */
function homesOf(body: ReqifBody, attributes: Attributes, given: string | undefined): ReadonlyMap<string, Home> {
  const objects = new Set(body.objects.map(({ id }) => id));
  const homes = new Map<string, Home>();
  const slugs = new Set<string>();
  for (const specification of body.specifications) {
    const own = attributes.of(specification);
    const prefix = given ?? own.find(({ normal }) => normal === 'reqifprefix')?.text ?? '';
    const name = specification.name.trim() || (own.find(({ normal }) => normal === 'reqifname')?.text ?? '') || specification.id;
    const words = normalName(name.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')) === '' ? specification.id : name;
    let slug = words.trim().replaceAll(/[^\p{L}\p{N}_.-]+/gu, '-');
    while (slugs.has(slug)) slug += '-2';
    slugs.add(slug);
    for (const { id, depth } of specification.entries) if (objects.has(id) && !homes.has(id)) homes.set(id, { depth, prefix, slug });
  }
  return homes;
}

function leftOut({ kind, title, text }: ReadObject, home: Home | undefined, hasHomes: boolean, isKnown: boolean): Left | undefined {
  if (kind === 'deleted') return 'deleted';
  if (hasHomes && !home) return 'outside';
  return title === '' && text === '' && isKnown ? 'empty' : undefined;
}

/** IDs that stand for different objects in several specifications. */
function sharedIds(objects: readonly { readonly id: string; readonly slug: string }[]): ReadonlySet<string> {
  const first = new Map<string, string>();
  const shared = new Set<string>();
  for (const { id, slug } of objects) {
    const before = first.get(id);
    if (before === undefined) first.set(id, slug);
    else if (before !== slug && id !== '') shared.add(id);
  }
  return shared;
}

function idOf(
  { id: identifier }: ReqifElement,
  { id: written }: ReadObject,
  own: readonly ReqifAttribute[],
  prefix: string,
): { readonly id: string; readonly aliases: readonly string[]; readonly isNumbered: boolean } {
  const isPrefixed = isNumber(written) && prefix !== '';
  const found = isObjectId(written) ? written : identifier;
  const id = isPrefixed ? `${prefix}${written}` : found;
  const global = own.find(({ normal }) => normal === 'globalid')?.text;
  const aliases = [...(isPrefixed ? [written] : []), withHyphen(id), global, identifier].filter((alias) => alias !== undefined);
  return { id, aliases: [...new Set(aliases)].filter((alias) => alias !== id && alias !== ''), isNumbered: isNumber(id) };
}
