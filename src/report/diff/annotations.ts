import type { Entry, ListName } from '../../query/diff/difference.ts';
import type { RuleChange } from '../../query/diff/rules/ruleChange.ts';
import { nameOf } from '../../query/list.ts';
import type { Annotation, AnnotationLevel } from '../writing/annotation.ts';
import type { DiffReport } from './diffReport.ts';
import { LIST_WORDS, sectionsOf } from './diffReport.ts';

/** How grave each list is; what is absent is good news. */
const LEVELS: Readonly<Partial<Record<ListName, AnnotationLevel>>> = {
  broken: 'error',
  suspect: 'warning',
  added: 'warning',
  touched: 'notice',
  removed: 'notice',
  waived: 'warning',
  failing: 'notice',
};

/** The difference as a build service shows it beside the changed lines: `IP-1/AC2 is broken: was met, is unmet` at the criterion. */
export function diffAnnotations({ difference }: DiffReport): readonly Annotation[] {
  const { rules, doubts } = difference;
  const entries = sectionsOf(difference).flatMap(({ list, isOpen, entries: own }) => {
    // What is gone and had something for it is more than a notice.
    const level = list === 'removed' && isOpen ? 'warning' : LEVELS[list];
    return level ? own.map((entry) => annotation(level, entry)) : [];
  });
  return [
    ...doubts.map((message): Annotation => ({ level: 'warning', title: 'reqtrace', message })),
    ...rules.filter(({ effect }) => effect !== 'more').map(ruleAnnotation),
    ...entries,
  ];
}

/** A rule that changed, beside it. */
export function ruleAnnotation({ path, line, reason }: RuleChange): Annotation {
  const start = { line, character: 0 };
  return { level: 'warning', place: { path, range: { start, end: start } }, title: 'Rule changed', message: reason };
}

function annotation(level: AnnotationLevel, { item, list, reason }: Entry): Annotation {
  return {
    level,
    // What is gone has no place in the files as they are.
    ...(list !== 'removed' && { place: { path: item.path, range: item.facts.nameRange } }),
    title: `${item.id} is ${LIST_WORDS[list]}`,
    message: `${nameOf(item)}: ${reason}`,
  };
}
