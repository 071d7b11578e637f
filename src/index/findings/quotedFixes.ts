import type { Reference } from '../../model/facts.ts';
import type { Fix } from '../../model/finding.ts';
import { say } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';
import type { QuotedNow } from '../references/quotedNow.ts';
import { wrapped } from '../../text/wrapped.ts';
import type { CheckedFile, CheckedReference, Draft } from './rule.ts';

/** How long the lines of a quotation are that is written. */
const WIDTH = 80;
/** As much of a text as a message shows. */
const SHOWN = 160;

/** References with each quotation that is not as written once: what is wrong with it is wrong with all links that it is, and those of others differ. */
export function oncePerQuotation<One extends Pick<CheckedReference, 'reference'>>(references: readonly One[]): readonly One[] {
  const isFaulty = ({ reference: { quoted, near } }: One): boolean => near === true || quoted !== undefined;
  const faulty = new Set(oncePerPlace(references.filter(isFaulty)));
  return references.filter((one) => !isFaulty(one) || faulty.has(one));
}

/** References with each place that quotes once, which may be several links: an implication implements and verifies. */
export function oncePerPlace<One extends Pick<CheckedReference, 'reference'>>(references: readonly One[]): readonly One[] {
  const places = new Set<string>();
  return references.filter(({ reference: { quote, range } }) => {
    if (!quote) return true;
    const place = `${range.start.line}:${range.start.character}`;
    return !places.has(place) && places.add(place);
  });
}

/** What is said of a reference whose quotation is not where it says, and what mends it. */
export function quotedDraft(file: CheckedFile, reference: Reference): Pick<Draft, 'message' | 'related' | 'fixes'> {
  const { document = '', id, quoted } = reference;
  if (quoted === 'unread')
    return { message: say('The text of {0} is not in this folder, so nobody can tell whether it says this', document) };
  const now = file.quotedNow(reference);
  if (!now)
    return { message: reference.quote?.words === '' ? say('{0} has no section {1}', document, id) : say('This text is not in {0}', id) };
  const related = [{ path: now.path, range: now.range, message: say('It is here now') }];
  return { message: messageOf(id, now), related, fixes: fixesOf(file, reference, now) };
}

/** Puts the text as it is now in the place of a quotation; nothing where nobody knows how. */
export function quoteAnew({ path }: Pick<CheckedFile, 'path'>, { quote }: Reference, text: string): readonly Fix[] {
  if (!quote) return [];
  const newText = wrapped(text, WIDTH - quote.lead.trimEnd().length).join(`\n${quote.lead}`);
  return [{ title: say('Quote the present text'), edits: [{ path, range: quote.range, newText }], preferred: true }];
}

function messageOf(id: string, now: QuotedNow): Message {
  if (now.kind === 'moved') return say('This text is not in {0} but in {1}. Update the reference', id, now.section);
  const text = now.text.length > SHOWN ? `${now.text.slice(0, SHOWN)}…` : now.text;
  return now.section === id
    ? say('This text is not in {0}. It says now: "{1}"', id, text)
    : say('This text is not in {0}. {1} says: "{2}"', id, now.section, text);
}

function fixesOf(file: CheckedFile, reference: Reference, now: QuotedNow): readonly Fix[] {
  const { quote, text, range } = reference;
  const target = `${text.slice(0, text.lastIndexOf('#') + 1)}${now.section}`;
  // A file of data names its section once for all that it quotes.
  const isOwn = quote?.lead !== '';
  if (now.kind === 'moved')
    return isOwn ? [{ title: say('Change to {0}', target), edits: [{ path: file.path, range, newText: target }], preferred: true }] : [];
  if (now.section === reference.id) return quoteAnew(file, reference, now.text);
  return isOwn
    ? quoteAnew(file, reference, now.text).map((fix) => ({ ...fix, edits: [{ path: file.path, range, newText: target }, ...fix.edits] }))
    : [];
}
