import type { Reference } from '../../../model/facts.ts';
import type { CarriedCode } from '../../carried/carriedCode.ts';
import { commentPassages, titlePassages } from '../../carried/passages.ts';
import type { Passage } from '../../carried/passages.ts';
import type { FormatContext } from '../../notation/context.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { verifyingKind } from '../../references/verifyingKind.ts';
import { isPosition } from './grammar.ts';
import { referencesOf } from './references.ts';
import type { Listed } from './references.ts';
import { itemName } from '../../../model/keys.ts';
import { say } from '../../../model/message.ts';

/** A longer title or comment is data. */
const LONGEST = 10_000;

/**
 * Stories and scenarios as they are called in code. In the title of a test a scenario verifies, `US1.2`, `US1/AC2`, `US4 scenario 1`; a story alone, and
 * everything in comments, is a mention. What has the shape of an id of the house, `US-1`, the house reads.
 */
export function readSpecKitCode(code: CarriedCode, facts: FactSink, context: FormatContext): void {
  for (const passage of commentPassages(code)) for (const { reference } of stories(passage)) facts.mention(reference);
  if (code.role !== 'test') return;
  for (const passage of titlePassages(code)) {
    for (const { reference } of stories(passage)) {
      const { line } = reference.range.start;
      if (reference.criterion === undefined && !isPosition(reference.id)) {
        code.note(code.lines.startOf(line), 'mention', () => say('Title of a test mentions {0}, if that is a known story', reference.id));
        facts.mention(reference);
        continue;
      }
      code.note(code.lines.startOf(line), 'annotation', () => say('Title of a test: verifies {0}', itemName(reference)));
      const { declaration } = passage;
      facts.refer({ kind: verifyingKind(context, code.path), source: 'test-title', reference, ...(declaration && { declaration }) });
    }
  }
}

function* stories(passage: Passage): Generator<{ readonly reference: Reference }> {
  const { text } = passage;
  if (text.length > LONGEST) return;
  for (const named of referencesOf(text)) {
    if (!named.id.startsWith('US-') || passage.isExample(named.start) || isOfHouse(named, text)) continue;
    yield { reference: { ...partsOf(named), text: text.slice(named.start, named.end), range: passage.rangeOf(named.start, named.end) } };
  }
}

/** The feature that is named before it holds by its place, as for everything else in the sentence. */
function partsOf({ id, criterion, composed, between }: Listed): Omit<Reference, 'text' | 'range'> {
  return {
    id,
    ...(criterion !== undefined && { criterion }),
    notation: 'spec-kit',
    ...(composed && { composed }),
    ...(between && { between }),
  };
}

/** `US-1`, `US-1.2` and `US-1/AC2` are ids of the house as well, which reads them with everything that it knows of titles. */
function isOfHouse({ start, end }: Listed, text: string): boolean {
  return /^US-\d+[a-z]?(?:\.\d+|\/AC[-_]?\d+)?$/u.test(text.slice(start, end));
}
