import type { Reference } from '../../../model/facts.ts';

/** The name of the notation. */
export const LOBSTER = 'lobster';

/** What a tag may name: an object of a package, `kettle.boil`, the number of an item of a tool, or an ID of another notation. */
export const TAG = String.raw`[\p{L}\p{N}_](?:[\p{L}\p{N}_.#/:-]{0,200}[\p{L}\p{N}_])?(?:@[\p{L}\p{N}_.-]{0,40}[\p{L}\p{N}_])?`;

/** Fields of an object that are its version, which a tag names behind `@`. */
export const VERSION = /^(?:\w+_)?version$/u;

const NAME = /^[A-Za-z]\w*$/u;
const QUALIFIED = /^(?<document>[A-Za-z]\w*)\.(?<id>[A-Za-z]\w*)$/u;

/** True for the name of an object, `boil`. */
export function isObjectName(name: string): boolean {
  return NAME.test(name);
}

/** What a tag means: the object `boil` of the package `kettle` for `kettle.boil`; for a name without a package, that alone. The number behind `@` is a version. */
export function meaningOf(tag: string): Pick<Reference, 'id' | 'document' | 'revision'> {
  const [name = '', revision] = tag.split('@');
  const { document, id } = QUALIFIED.exec(name)?.groups ?? {};
  const version = revision === undefined ? {} : { revision };
  return document === undefined || id === undefined ? { id: name, ...version } : { document, id, ...version };
}
