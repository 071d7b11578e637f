/** The prefix of `SP5`, which has no hyphen. */
const PREFIX = /^[A-Z][A-Z0-9]*$/u;
const LONGEST_NUMBER = 12;
const NUMBER = /^\d{1,12}$/u;

/** True for what another tool may show as the ID of an object: one line without white space around it. */
export function isObjectId(name: string): boolean {
  return name !== '' && name === name.trim() && !/[\r\n]/u.test(name);
}

/** True for an ID that only a prefix tells from others: `5`. */
export function isNumber(id: string): boolean {
  return NUMBER.test(id);
}

/** Another way to write an ID, with which code can name it: `SP-5` for `SP5`. */
export function withHyphen(id: string): string | undefined {
  // With no pattern for the whole, since it is asked of every object of deliveries of many thousands.
  let end = id.length;
  while (isDigit(id.charCodeAt(end - 1))) end -= 1;
  const digits = id.length - end;
  const sign = id[end - 1];
  const prefix = id.slice(0, sign === '_' || sign === ' ' ? end - 1 : end);
  return digits > 0 && digits <= LONGEST_NUMBER && PREFIX.test(prefix) && !isDigit(prefix.charCodeAt(prefix.length - 1))
    ? `${prefix}-${id.slice(end)}`
    : undefined;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
