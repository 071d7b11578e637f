import { say } from '../../../../../model/message.ts';
import type { InlineText } from '../../../../carriers/markdown/inline.ts';
import type { NearMiss } from '../../document/nearMiss.ts';
import type { Source } from '../../document/source.ts';
import { foreignForm } from './foreignForms.ts';
import { tasksUnder } from './unknownLabels.ts';

/** What is in the section of a heading. */
export interface UnderHeading {
  readonly hasList: boolean;
  readonly first: number;
  readonly last: number;
}

/** Headings that promise measures of success; people mean criteria by task lists under them. */
const MEASURES = /(?:^|\s)success (?:metrics|measures|goals|factors)$/iu;
const TASK = /^\s*(?:[-*+]|\d+[.)])\s+\[[ xX]\]\s/u;

// @implements RT-1.2~a28795
/** The near-miss that a heading is which says nothing: `### Success Metrics` above tasks, `### FR:login`. */
export function nearlyHeading(inline: InlineText, { hasList, first, last }: UnderHeading, source: Source): NearMiss | undefined {
  const words = inline.plain;
  if (source.terms.vocabulary.beginsLikeCriteria(words) && hasList) {
    const message = say('"{0}" is not a criteria label, because a label ends with those words. Shorten it if the list has criteria', words);
    return otherWords(inline, message);
  }
  if (MEASURES.test(words) && source.lines.slice(first, last + 1).some((line) => TASK.test(line))) {
    return otherWords(inline, tasksUnder(words));
  }
  return foreignForm({ inline, from: 0, to: words.length, place: 'heading' }, source);
}

function otherWords(inline: InlineText, message: NearMiss['message']): NearMiss {
  return { form: 'criteria under other words', range: inline.rangeOf(0, inline.plain.length), message, text: inline.plain };
}
