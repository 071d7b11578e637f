import type { Advice } from '../../formats/notation/notation.ts';
import type { IndexView } from '../../index/view.ts';
import type { Finding } from '../../model/finding.ts';
import type { Message } from '../../model/message.ts';

/** What reqtrace.yaml could say so that what a near-miss is about would be read: a pattern for ids, a label of criteria; undefined where nothing would do. */
export function adviceOn({ notations }: Pick<IndexView, 'notations'>, { code, message }: Finding): Advice | undefined {
  if (code !== 'near-miss') return undefined;
  for (const { advises } of notations) {
    const advice = advises?.(message);
    if (advice) return advice;
  }
  return undefined;
}

/** An id that was seen and not read, and the pattern that reads it and those like it in its document. */
export interface AdvisedId {
  readonly id: string;
  readonly pattern: string;
}

/** Of all near-misses, those that a pattern would read. */
export function advisedIds(view: IndexView): readonly AdvisedId[] {
  return view.allFindings().flatMap((finding) => {
    const advice = adviceOn(view, finding);
    const id = firstWord(finding.message);
    return advice?.kind !== 'pattern' || id === undefined ? [] : [{ id, pattern: advice.pattern }];
  });
}

/** The words above lists that would be labels of criteria, once for each document that writes them so. */
export function advisedLabels(view: IndexView): readonly string[] {
  return view.allFindings().flatMap((finding) => {
    const advice = adviceOn(view, finding);
    return advice?.kind === 'label' ? [advice.label] : [];
  });
}

/** The id that a message is about, however many like it are counted around it. */
function firstWord({ values: [first] }: Message): string | undefined {
  return typeof first === 'object' ? firstWord(first) : first;
}
