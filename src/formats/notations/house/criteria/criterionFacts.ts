import type { CriterionFacts } from '../../../../model/facts.ts';
import { collapse } from '../../../../text/lines.ts';
import type { FoundCriterion } from '../document/found.ts';
import { markAttribute } from '../requirements/marks.ts';

/** Facts of a criterion, once it is known how it is called. */
export function criterionFacts(found: FoundCriterion, id: Pick<CriterionFacts, 'localId' | 'whole' | 'idRange'>): CriterionFacts {
  const { kind, words, range, texts, attributes, checkbox, goal, sentence } = found;
  const { inline, text, marks, exempt } = words;
  const claimed = checkbox?.checked ?? found.claimed;
  const plain = inline.plain.slice(text.start, text.end);
  const lineEnd = plain.indexOf('\n');
  const { localId, whole, idRange } = id;
  return {
    localId,
    whole,
    ...(idRange && { idRange }),
    kind,
    text: sentence ?? (goal ? collapse(`${collapse(plain)}: ${goal.text}`) : collapse(plain)),
    detail: collapse(texts.join(' ')),
    range,
    nameRange: inline.rangeOf(text.start, lineEnd < 0 ? text.end : text.start + lineEnd),
    ...(claimed !== undefined && { claimed }),
    ...(checkbox && { checkboxRange: checkbox.range }),
    attributes: [...marks.map((mark) => markAttribute(mark, inline)), ...attributes],
    exempt,
    ...(goal?.target && { target: goal.target }),
  };
}
