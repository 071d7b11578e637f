/** What the key of an item is made of. */
export interface KeyParts {
  /** Key of the document that defines it: `docs/launch`. */
  readonly document: string;
  /** What it is called there: `IP-1.1/AC2`. */
  readonly name: string;
}

/** Takes the key of an item apart: `docs/launch#IP-1.1/AC2` is `IP-1.1/AC2` of `docs/launch`. */
export function keyParts(key: string): KeyParts {
  const at = key.indexOf('#');
  return { document: key.slice(0, at), name: key.slice(at + 1) };
}

/** What an item is called within its document: `itemName({ id: 'IP-1.1', criterion: 'AC2' })` is `IP-1.1/AC2`, and without a criterion `IP-1.1`. */
export function itemName({ id, criterion }: { readonly id: string; readonly criterion?: string | undefined }): string {
  return criterion === undefined ? id : `${id}/${criterion}`;
}
