import type { IndexView } from '../../index/view.ts';
import type { Finding } from '../../model/finding.ts';
import type { Message } from '../../model/message.ts';

/** The pattern for `ids:` by which what a near-miss is about would be read, `HLR_[0-9]+`; undefined where no pattern would do. */
export function advisedPattern({ notations }: Pick<IndexView, 'notations'>, { code, message }: Finding): string | undefined {
  if (code !== 'near-miss') return undefined;
  for (const { advises } of notations) {
    const pattern = advises?.(message);
    if (pattern !== undefined) return pattern;
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
    const pattern = advisedPattern(view, finding);
    const id = firstWord(finding.message);
    return pattern === undefined || id === undefined ? [] : [{ id, pattern }];
  });
}

/** The id that a message is about, however many like it are counted around it. */
function firstWord({ values: [first] }: Message): string | undefined {
  return typeof first === 'object' ? firstWord(first) : first;
}
