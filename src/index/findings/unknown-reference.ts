import { formatReference } from '../../formats/ids/idGrammar.ts';
import { notationOfWords } from '../../formats/notation/notation.ts';
import type { Reference } from '../../model/facts.ts';
import { anyOf, say } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';
import type { CheckedFile, CheckedReference, Draft, FindingRule } from './rule.ts';
import { changeTo, inWordsOf, severityOf } from './rule.ts';
import { oncePerQuotation, quotedDraft } from './quotedFixes.ts';
import { proposedOfNothing } from './proposed.ts';

/** `@implements IP-1.1.9` where no document defines IP-1.1.9: "did you mean IP-1.1.2?" */
export const unknownReference: FindingRule = {
  code: 'unknown-reference',
  check: (file) =>
    oncePerQuotation(file.references).flatMap((checked) => {
      if (checked.use === 'waives') return [];
      return checked.proposal ? proposedOfNothing(file, checked) : unknown(file, checked);
    }),
};

/** The finding for a reference that does not resolve; undefined for one that does. */
export function unknown(file: CheckedFile, checked: CheckedReference): readonly Draft[] {
  const { resolution, reference } = checked;
  if (resolution.kind !== 'unknown') return [];
  if (reference.quoted !== undefined) return misquoted(file, checked);
  const { suggestions, declarable } = resolution;
  const name = nameOfReference(file, reference);
  const shown = suggestions.map((suggestion) => inWordsOf(file, reference, suggestion) ?? suggestion);
  return [
    {
      range: reference.range,
      message: messageOf(name, shown, declarable),
      atMost: declarable === undefined ? severityOf(file, checked) : 'information',
      ...(checked.use === 'mention' && { mention: true }),
      fixes: suggestions.flatMap((suggestion, at) => changeTo(file, checked, suggestion, at === 0)),
    },
  ];
}

/** A quotation that is not where the reference says; where nobody has the text, nobody knows. */
function misquoted(file: CheckedFile, checked: CheckedReference): readonly Draft[] {
  const { reference, use } = checked;
  const atMost = reference.quoted === 'unread' ? 'information' : severityOf(file, checked);
  return [{ range: reference.range, ...quotedDraft(file, reference), atMost, ...(use === 'mention' && { mention: true }) }];
}

function messageOf(name: string, suggestions: readonly string[], declarable: string | undefined): Message {
  if (suggestions.length > 0) return say('{0} is not defined in any document. Did you mean {1}?', name, anyOf(suggestions));
  return declarable === undefined
    ? say('{0} is not defined in any document', name)
    : say('{0} is not defined in any document. If another tool keeps it, declare "{1}" under "keys" in reqtrace.yaml', name, declarable);
}

/** What a reference names, in the words of its notation; behind the scope where it can be nowhere else: `kettle#1.9`. */
function nameOfReference({ notations }: Pick<CheckedFile, 'notations'>, reference: Reference): string {
  const { revision: _revision, ...parts } = reference;
  const written = notationOfWords(notations, reference)?.ids.written?.(parts);
  if (written === undefined) return formatReference(parts);
  return reference.reach === 'namespace' && reference.scope !== undefined ? `${reference.scope}#${written}` : written;
}
