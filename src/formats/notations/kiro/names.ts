import type { Reference } from '../../../model/facts.ts';
import { say } from '../../../model/message.ts';
import type { Message } from '../../../model/message.ts';
import type { NamedType, PartPlaces } from '../../notation/notation.ts';

/** The alias for all requirements of a spec, `_Requirements: All_`. */
export const ALL = 'All';

/** How a reference to an item is written behind a word for it: `1` for `REQ-1`, `1.2` for `REQ-1/AC2`, `DR1.2` for `DR-1/AC2`; undefined for other ids. */
export function writtenName({ id, criterion }: Pick<Reference, 'id' | 'criterion'>): string | undefined {
  const { prefix, number } = /^(?<prefix>REQ|DR|NFR)-(?<number>\d+)$/u.exec(id)?.groups ?? {};
  const part = criterion === undefined ? '' : /^AC(?<part>\d+)$/u.exec(criterion)?.groups?.['part'];
  if (number === undefined || part === undefined) return undefined;
  return `${prefix === 'REQ' ? '' : prefix}${number}${part === '' ? '' : `.${part}`}`;
}

const REQUIREMENT_NAME = /^(?:(?<prefix>REQ|DR|NFR)-?|Requirement\s+)?(?<number>\d{1,4})$/iu;
const CRITERION_NAME = /^(?:AC[-_ ]?|\d{1,4}\.)?(?<part>\d{1,4})$/iu;

/** `REQ-3` for `3`, as the name of a requirement; `AC3` for `3`, `1.3` and `AC-3`, as that of a criterion. */
export function normalName(name: string, type: NamedType = 'requirement'): string {
  if (type !== 'requirement') {
    const part = CRITERION_NAME.exec(name)?.groups?.['part'];
    return part === undefined ? name : `AC${Number(part)}`;
  }
  const { prefix = 'REQ', number } = REQUIREMENT_NAME.exec(name)?.groups ?? {};
  return number === undefined ? name : `${prefix.toUpperCase()}-${Number(number)}`;
}

/** True for `3`, `Requirement 3`, `REQ-3` and `DR2` as names of requirements, for `2`, `1.2` and `AC2` as those of criteria. */
export function isName(name: string, type: NamedType): boolean {
  return (type === 'requirement' ? REQUIREMENT_NAME : CRITERION_NAME).test(name);
}

/** Why a text is not a name. */
export function noName(name: string, type: NamedType): Message {
  return type === 'requirement'
    ? say('"{0}" is not a valid number of a requirement. Write one such as 3', name)
    : say('"{0}" is not a valid number of a criterion. Write one such as 2', name);
}

const WITH_CRITERION = /^(?<lead>.*?)(?<id>[A-Z]+-\d+|\d+)(?<sign>[^\p{L}\p{N}]{0,4})(?<part>(?:AC[-_ ]?)?\d+)$/u;
const WITHOUT_CRITERION = /^(?<lead>.*?)(?<id>[A-Z]+-\d[\d.]*|\d+)$/u;

/** Where the numbers of a reference stand: of `Requirement 1.2` the `1` and the `2`. What a range or a property stands for is not written. */
export function partsOf({ text, criterion, composed, between, through }: Reference): PartPlaces | undefined {
  if (between || through !== undefined) return undefined;
  if (composed) return { criterion: [0, text.length] };
  const { lead = '', id, sign = '', part } = (criterion === undefined ? WITHOUT_CRITERION : WITH_CRITERION).exec(text)?.groups ?? {};
  if (id === undefined) return undefined;
  const end = lead.length + id.length;
  return { id: [lead.length, end], ...(part !== undefined && { criterion: [end + sign.length, text.length] }) };
}

/** A name as the text that it takes the place of is written: for `REQ-7` in place of `1` the number, for `AC3` in place of `2.1` `2.3`. */
export function rewritten(name: string, before: string): string {
  const number = /\d+$/u.exec(name)?.[0] ?? '';
  if (name.startsWith('AC')) return before.replace(/\d+$/u, number);
  return /^\d+$/u.test(before) ? number : name;
}
