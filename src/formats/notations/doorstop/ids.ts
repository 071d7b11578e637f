/** The name of the notation. */
export const DOORSTOP = 'doorstop';

/** A prefix, a separator and a number, `REQ-001`, or the first and the last alone, `REQ001`, in which a prefix does not end in a digit. */
const SEPARATED = /^(?<prefix>[\p{L}_][\p{L}\p{M}\p{N}_.-]*)[-_.](?<number>\d{1,12})$/u;
const TOGETHER = /^(?<prefix>[\p{L}_](?:[\p{L}\p{M}\p{N}_.-]*[\p{L}\p{M}_])?)(?<number>\d{1,12})$/u;
const COMMON = /^[A-Z][A-Z0-9]*(?:-[A-Z][A-Z0-9]*)*$/u;

/** True for the UID of an item, `REQ001`, as its file is called. */
export function isUid(name: string): boolean {
  return partsOf(name) !== undefined;
}

/** The UID of the item that a file is: `REQ001` for `reqs/REQ001.yml`; undefined for a file that is called otherwise. */
export function uidOf(path: string): string | undefined {
  const name = path.replace(/^.*\//u, '').replace(/\.[^.]+$/u, '');
  return isUid(name) ? name : undefined;
}

/** Other ways to write a UID, since Doorstop compares prefix and number: `REQ-001`, `REQ-1` and `REQ1` for `REQ001`. */
export function otherWays(uid: string): readonly string[] {
  const { prefix = '', number = '' } = partsOf(uid) ?? {};
  const short = number.replace(/^0+(?=\d)/u, '');
  const separators = [...(COMMON.test(prefix) ? ['-'] : []), ...(/\d$/u.test(prefix) ? [] : [''])];
  return separators
    .flatMap((separator) => [...new Set([number, short])].map((one) => `${prefix}${separator}${one}`))
    .filter((way) => way !== uid);
}

function partsOf(uid: string): Partial<Record<string, string>> | undefined {
  return (SEPARATED.exec(uid) ?? TOGETHER.exec(uid))?.groups;
}
