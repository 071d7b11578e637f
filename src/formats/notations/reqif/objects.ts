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

/** The objects of a file, by IDENTIFIER, in the order of the file, and from which attributes they were read. */
export function objectsOf(
  body: ReqifBody,
  base: string,
  rule: ReqifRule | undefined,
): { readonly objects: ReadonlyMap<string, FoundObject>; readonly mapping: Classifier['mapping'] } {
  const attributes = new Attributes(body);
  const classifier = new Classifier(rule);
  const homes = homesOf(body, attributes, rule?.prefix);
  const owns = body.objects.map((element) => attributes.of(element));
  const habits = { chapterIsHeading: owns.some(hasChapterForHeading) };
  const known = new Map([...body.types.values()].map(({ id, definitions }) => [id, classifier.knows(definitions.map(({ name }) => name))]));
  const reads = body.objects.map((element, index) => classifier.read(element, typeOf(body, element), owns[index] ?? [], habits));
  const shared = sharedIds(body.objects, reads, homes);
  const several = new Set([...homes.values()].map(({ slug }) => slug)).size > 1;
  const objects = new Map<string, FoundObject>();
  for (const [index, element] of body.objects.entries()) {
    const read = reads[index];
    if (!read) continue;
    const home = homes.get(element.id);
    const { id, aliases, isNumbered } = idOf(element, read, owns[index] ?? [], home?.prefix ?? rule?.prefix ?? '');
    const isShared = home && ((isNumbered && several) || shared.has(read.id));
    objects.set(element.id, {
      element,
      type: typeOf(body, element),
      read,
      left: leftOut(read, home, homes.size > 0, known.get(element.type) ?? false),
      localId: id,
      namespace: isShared ? `${base}/${home.slug}` : base,
      aliases,
      depth: home?.depth ?? 0,
    });
  }
  return { objects, mapping: classifier.mapping };
}

/** True for an object that shows that in its file a chapter name tells a heading. */
function hasChapterForHeading(own: readonly ReqifAttribute[]): boolean {
  const chapter = own.find(({ called }) => called.normal === 'reqifchaptername');
  return chapter ? chapter.kind === 'XHTML' : own.some(({ called }) => called.normal === 'reqiftext');
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
    const prefix = given ?? own.find(({ called }) => called.normal === 'reqifprefix')?.text ?? '';
    const name = specification.name.trim() || (own.find(({ called }) => called.normal === 'reqifname')?.text ?? '') || specification.id;
    const words = normalName(name.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')) === '' ? specification.id : name;
    let slug = words.trim().replaceAll(/[^\p{L}\p{N}_.-]+/gu, '-');
    while (slugs.has(slug)) slug += '-2';
    slugs.add(slug);
    for (const { id, depth } of specification.entries) if (!homes.has(id) && objects.has(id)) homes.set(id, { depth, prefix, slug });
  }
  return homes;
}

function leftOut({ kind, title, text }: ReadObject, home: Home | undefined, hasHomes: boolean, isKnown: boolean): Left | undefined {
  if (kind === 'deleted') return 'deleted';
  if (hasHomes && !home) return 'outside';
  return title === '' && text === '' && isKnown ? 'empty' : undefined;
}

/** IDs that stand for different objects in several specifications. */
function sharedIds(elements: readonly ReqifElement[], reads: readonly ReadObject[], homes: ReadonlyMap<string, Home>): ReadonlySet<string> {
  const first = new Map<string, string>();
  const shared = new Set<string>();
  for (const [index, { id: identifier }] of elements.entries()) {
    const id = reads[index]?.id ?? '';
    if (id === '') continue;
    const slug = homes.get(identifier)?.slug ?? '';
    const before = first.get(id);
    if (before === undefined) first.set(id, slug);
    else if (before !== slug) shared.add(id);
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
  const aliases: string[] = [];
  const add = (alias: string | undefined): void => {
    if (alias !== undefined && alias !== '' && alias !== id && !aliases.includes(alias)) aliases.push(alias);
  };
  if (isPrefixed) add(written);
  add(withHyphen(id));
  add(own.find(({ called }) => called.normal === 'globalid')?.text);
  add(identifier);
  return { id, aliases, isNumbered: isNumber(id) };
}
