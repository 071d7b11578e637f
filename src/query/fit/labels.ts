import type { IndexView } from '../../index/view.ts';
import { say } from '../../model/message.ts';
import { addTo } from '../../text/grouping.ts';
import { advisedLabels } from './advice.ts';
import type { Proposal } from './proposal.ts';

/** Rows beyond these would only be in the way; the labels of the most documents come first. */
const MOST = 5;

/** Words above lists that may be labels of criteria, one row to a label. Only a person knows whether such a list holds criteria. */
export function criteriaLabels(view: IndexView): Proposal[] {
  const byWords = new Map<string, string[]>();
  for (const label of advisedLabels(view)) addTo(byWords, label.toLowerCase(), label);
  return [...byWords.values()]
    .toSorted((a, b) => b.length - a.length)
    .slice(0, MOST)
    .flatMap(([label, ...others]): Proposal[] =>
      label === undefined
        ? []
        : [
            {
              id: `criteria:${label.toLowerCase()}`,
              title: say('criteria.moreLabels: {0}', label),
              reason: say(
                'Documents with a list under these words: {0}. Only you know whether it holds criteria',
                String(others.length + 1),
              ),
              settings: [{ kind: 'moreLabels', label }],
              picked: false,
            },
          ],
    );
}
