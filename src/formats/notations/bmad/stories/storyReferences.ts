import type { Reference } from '../../../../model/facts.ts';
import type { ShownPattern } from '../../../../text/patterns/shownPattern.ts';

/** `Story 1.2`, `story 1-2`, `Story 1.2 AC 3`, `Story 1.2, AC #3`, `Story 1.2 (AC3)`. */
export const STORY: ShownPattern = {
  pattern:
    /(?<![\p{L}\p{N}_-])stor(?:y|ies)[ -]#?(?<number>\d+(?:\.\d+){1,3}[a-z]?|\d+-\d+)(?![\p{L}\p{N}_]|[.–-]\d)(?:(?:,|:)?[ ]\(?AC[ #:-]{0,2}(?<criterion>\d+(?:\.\d+)*)(?![\p{L}\p{N}_]|\.\d))?/giu,
  fits: ['Story 1.2', 'story 1-2', 'stories 1.2', 'Story 1.2, AC #3', 'Story 1.2 (AC3)'],
  misses: ['Story 1', 'history 1.2', 'Story 1.2-3'],
};

/** A story, or a criterion of one, that a text speaks of. */
export interface FoundStoryReference extends Pick<Reference, 'id' | 'criterion'> {
  readonly start: number;
  readonly end: number;
}

/** The stories that a text names by their number. */
export function storiesIn(text: string): readonly FoundStoryReference[] {
  return Array.from(text.matchAll(STORY.pattern), ({ 0: written, index, groups }) => {
    const { number = '', criterion } = groups ?? {};
    return {
      id: `STORY-${number.replace('-', '.')}`,
      ...(criterion !== undefined && { criterion: `AC${criterion}` }),
      start: index,
      end: index + written.length,
    };
  });
}
