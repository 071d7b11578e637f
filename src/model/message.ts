/**
 * Something to say to people, as data: facts are kept from one start to the next and reports are English, while an editor speaks
 * the language of the person before it. Whoever shows it makes words of it.
 */
export interface Message {
  /** The English words with `{0}`, `{1}` and so on for the values; translations are found by it. */
  readonly text: string;
  readonly values: readonly MessageValue[];
  /** How it is said in a language where the first value, a number, asks for the form called `one`; see {@link sayMany}. */
  readonly one?: string;
}

/** A value is shown as it is, unless it is something to say itself. */
export type MessageValue = string | Message;

const NO_VALUES: readonly never[] = [];

/**
 * A message: `say('{0} is not defined in any document', 'IP-1.1.9')`. The text must be written out in the call, because a test looks there
 * for the texts to translate.
 */
export function say(text: string, ...values: readonly (MessageValue | number)[]): Message {
  return { text, values: values.length ? values.map((value) => (typeof value === 'number' ? String(value) : value)) : NO_VALUES };
}

/**
 * A message about a number of things: `sayMany('{0} test', '{0} tests', 3)`. Both forms must be written out in the call. Which one is taken, and whether
 * there are more, is for the language: a translation may have `{0} tests [few]` beside the two (`Intl.PluralRules`).
 */
export function sayMany(one: string, text: string, count: number, ...values: readonly (MessageValue | number)[]): Message {
  return { text, values: [count, ...values].map((value) => (typeof value === 'number' ? String(value) : value)), one };
}

/** The words of a message as the command line, reports and logs have them: `IP-1.1.9 is not defined in any document`. */
export function inEnglish({ text, values, one }: Message): string {
  if (values.length === 0) return text;
  return (one !== undefined && values[0] === '1' ? one : text).replace(/\{(\d+)\}/gu, (placeholder, at: string) => {
    const value = values[Number(at)] ?? placeholder;
    return typeof value === 'string' ? value : inEnglish(value);
  });
}

/** One value of several: `a or b or c`. */
export function anyOf(values: readonly MessageValue[]): MessageValue {
  return values.length ? values.reduce((some, value) => say('{0} or {1}', some, value)) : '';
}

/** All of several values: `a and b`. */
export function allOf(values: readonly MessageValue[]): MessageValue {
  return values.length ? values.reduce((some, value) => say('{0} and {1}', some, value)) : '';
}

/** Several values in a row, as the language has it: `a, b, c`, in Chinese `a、b、c`. */
export function inARow(values: readonly MessageValue[]): MessageValue {
  return values.length ? values.reduce((some, value) => say('{0}, {1}', some, value)) : '';
}
