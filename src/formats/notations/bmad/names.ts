import type { ResolvedReference } from '../../../model/item.ts';
import type { PartPlaces } from '../../notation/notation.ts';
import type { Typing } from '../../notation/typing.ts';

const STORY_AND_CRITERION = /^(?<id>[^\d]*[\d.-]*\d[a-z]?)(?<between>.*?)(?<criterion>AC[ #:-]{0,2}\d[\d.]*)$/iu;
const BEGUN = /^(?:N?FR|CR|AR|IR|TR|BR|SR|UX|STORY|CAP)[\w./-]*$|[#/]/u;
const EXPECTED = /(?:cover(?:s|ed)|coverage|requirements?|N?FRs?)[^:\n]{0,20}:\W{0,4}(?:[A-Z][\w.-]*,\s*)*$/iu;

/** What is proposed in documents: ids where one is begun, and behind `**FRs covered:**`. */
export const typing: Typing = {
  words: [],
  before: /[\p{L}\p{N}_./#-]*$/u,
  after: /^[\p{L}\p{N}_./#-]*/u,
  probe: 'FR-REQTRACEPROBE-0',
  mayRefer: (before, typed, role) => role === 'document' && (typed === '' ? EXPECTED.test(before) : BEGUN.test(typed)),
};

/** Parts of a reference as it is written: of `Story 1.2 AC 3` the story and the criterion, of the `#2` of a task the criterion. */
export function partsOf({ reference: { text, criterion, composed } }: Pick<ResolvedReference, 'reference'>): PartPlaces | undefined {
  if (composed) return { criterion: [0, text.length] };
  if (criterion === undefined) return { id: [0, text.length] };
  const { id, between } = STORY_AND_CRITERION.exec(text)?.groups ?? {};
  if (id === undefined || between === undefined) return undefined;
  return { id: [0, id.length], criterion: [id.length + between.length, text.length] };
}

/** A name as the text is written that it takes the place of: `FR-5` is `FR5` for `FR1`, `STORY-1.5` is `Story 1.5` for `Story 1.1`, `AC5` is `#5` for `#2`. */
export function rewritten(name: string, before: string): string {
  const number = /\d.*$/u.exec(name)?.[0] ?? '';
  const stem = name.slice(0, name.length - number.length);
  const lead = /^\D*/u.exec(before)?.[0] ?? '';
  if (stem === 'AC') return `${lead}${number}`;
  if (stem === 'STORY-' && /[\p{Ll}\p{Lo}]|^STORY /u.test(lead)) return `${lead}${number}`;
  return /^[A-Z]+$/u.test(lead) && stem.endsWith('-') ? `${stem.slice(0, -1)}${number}` : name;
}
