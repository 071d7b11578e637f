/** `SP5`, which has no hyphen, and a number alone. */
const TOGETHER = /^(?<prefix>[A-Z][A-Z0-9]*[A-Z]|[A-Z])[_ ]?(?<number>\d{1,12})$/u;
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
  const { prefix, number } = TOGETHER.exec(id)?.groups ?? {};
  return prefix === undefined || number === undefined ? undefined : `${prefix}-${number}`;
}
