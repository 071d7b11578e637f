import type { Reference } from './facts.ts';

/** An item of another tool, as references name it: `TEA-12` of the project TEA, `#34`, `AB#567`. */
export interface ExternalKey {
  /** What `keys` of the configuration declares it by: `TEA`, `#`, `AB#`. */
  readonly name: string;
  /** What stands for `{key}` in the address: the whole key with a hyphen, the number behind a hash. */
  readonly key: string;
}

const HASH = /^#(?<number>\d+)$/u;
const PROJECT = /^[A-Z][A-Z0-9]*$/u;
const NUMBER = /^\d+$/u;
/** No tracker has dots or letters in its numbers. */
const WHOLE = /-\d+$/u;

/** Names that `keys` may declare: `TEA`, `SW-TEA`, `#`, `AB#`. */
export const EXTERNAL_NAME = /^(?:[A-Z][A-Z0-9]*(?:-[A-Z][A-Z0-9]*)*|[A-Z][A-Z0-9]*#|#)$/u;

/**
 * The key of another tool that a reference may be; undefined for one that can only mean something of ours, as one with a criterion or a pin does.
 *
 * @param prefixOf prefix of an id, `TEA` for `TEA-12`; the id itself where it has none.
 */
export function externalKeyOf(
  { document, id, criterion, revision }: Pick<Reference, 'document' | 'id' | 'criterion' | 'revision'>,
  prefixOf: (id: string) => string,
): ExternalKey | undefined {
  if (criterion !== undefined || revision !== undefined) return undefined;
  if (document !== undefined) return PROJECT.test(document) && NUMBER.test(id) ? { name: `${document}#`, key: id } : undefined;
  const number = HASH.exec(id)?.groups?.['number'];
  if (number !== undefined) return { name: '#', key: number };
  const name = prefixOf(id);
  return WHOLE.test(id) && name !== id && EXTERNAL_NAME.test(name) ? { name, key: id } : undefined;
}

/** Where an item of another tool is looked at, by what `keys` declares; undefined where it declares nothing for it. */
export function addressOf(keys: Readonly<Record<string, string>>, { name, key }: ExternalKey): string | undefined {
  const template = Object.hasOwn(keys, name) ? keys[name] : undefined;
  return template?.replaceAll('{key}', key);
}
