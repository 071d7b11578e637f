import { isTestType } from '../../../model/linkKind.ts';
import type { LinkKind } from '../../../model/linkKind.ts';

/** The name of the notation. */
export const OFT = 'oft';

/** An artifact type, `dsn`. */
export const TYPE = String.raw`[A-Za-z]{1,40}`;
/** A name, `boil.quick`: parts with dots between, of which the first begins with a letter. */
export const NAME = String.raw`\p{L}[\p{L}\p{M}\p{N}_-]{0,200}(?:\.[\p{L}\p{M}\p{N}_-]{1,200}){0,40}`;
/** A whole id with its revision, `dsn~boil~1`. */
export const ID = String.raw`(?<![\p{L}\p{N}_~])(?<type>${TYPE})~(?<name>${NAME})~(?<revision>\d{1,9})(?![\p{L}\p{N}_])`;
/** The same without groups, for where several are in one expression. */
export const ID_SHAPE = ID.replaceAll(/\?<(?:type|name|revision)>/gu, '?:');
/** Artifact types with commas between. */
export const TYPES = String.raw`${TYPE}(?:\s{0,9},\s{0,9}${TYPE}){0,20}`;

const WHOLE_NAME = new RegExp(`^${TYPE}~${NAME}$`, 'u');

/** An id without its revision, as items have it, and the revision: of `dsn~boil~1` `dsn~boil` and `1`. */
export interface OftId {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly revision: string;
}

/** The id that the groups of a match spell. */
export function idOf({ type = '', name = '', revision = '' }: Partial<Record<string, string>>): OftId {
  return { id: `${type}~${name}`, type, name, revision: plain(revision) };
}

/** `1` for `01`: revisions are numbers. */
export function plain(revision: string): string {
  return revision.replace(/^0+(?=\d)/u, '');
}

/** `dsn~boil` for `dsn~boil~1`. */
export function withoutRevision(id: string): string {
  return id.replace(/~\d+$/u, '');
}

/** True for the id of an item without its revision, `dsn~boil`. */
export function isOftName(name: string): boolean {
  return WHOLE_NAME.test(name);
}

/** The kind of link, or level of items, that an artifact type is: `impl` is what everybody calls implementing, any other goes by its own name. */
export function kindOf(type: string): LinkKind {
  return type === 'impl' ? 'implements' : type;
}

/** `impl` for `implements`. */
export function typeOf(kind: LinkKind): string {
  return kind === 'implements' ? 'impl' : kind;
}

/** The kinds that a list of artifact types names, each once: `['implements', 'utest']` for `impl, utest`. */
export function kindsIn(list: string): readonly LinkKind[] {
  return [...new Set(list.split(',').flatMap((type) => (type.trim() === '' ? [] : [kindOf(type.trim())])))];
}

/** What a link of an artifact type counts as in a file of code: tests by their name (`utest`, `itest`) or where they are written, `impl` never. */
export function meaningOfType(type: string, role: 'code' | 'test'): 'implements' | 'verifies' {
  if (type === 'impl') return 'implements';
  return role === 'test' || isTestType(type) ? 'verifies' : 'implements';
}
