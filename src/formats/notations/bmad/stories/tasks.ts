import type { Reference } from '../../../../model/facts.ts';
import type { Block, ListItem } from '../../../carriers/markdown/blocks.ts';
import type { InlineText } from '../../../carriers/markdown/inline.ts';
import { readList } from '../../../references/list.ts';
import type { ListGrammar, ListMember } from '../../../references/list.ts';
import { BMAD } from '../ids.ts';

const NOTE = /[([]\s*ACs?\s*[:#]?\s*(?=[#\p{L}\d])/giu;
const ALL = /^(?:all|alle|todos|toutes?|tous|全部)\b/iu;
const LONGEST_RANGE = 100;

/** A plan of a task, with its checkbox. */
export interface TaskPlan {
  readonly reference: Reference;
  readonly done?: boolean;
}

interface Member extends ListMember {
  readonly number: string;
}

/** Numbers of criteria, before each of which that of the story may stand: `2`, `#2`, `AC2`, `1.1.2` and `1-1-2` of story 1.1. */
function grammarOf(story: string): ListGrammar<Member> {
  const own = story.split('.').join('[.-]');
  const member = new RegExp(String.raw`(?:ACs?[\s:_-]?)?#?\s?(?:${own}[.-])?(?<number>\d+(?:\.\d+)*)(?![\p{L}\p{N}_]|\.\d)`, 'uy');
  return {
    at(text, offset) {
      member.lastIndex = offset;
      const match = member.exec(text);
      const number = match?.groups?.['number'];
      return match && number !== undefined ? { number, start: offset, end: offset + match[0].length } : undefined;
    },
    between(first, last, place) {
      const [from, to] = [Number(first.number), Number(last.number)];
      if (!Number.isInteger(from) || !Number.isInteger(to) || to < from || to - from > LONGEST_RANGE) return undefined;
      return Array.from({ length: Math.max(0, to - from - 1) }, (_none, at) => ({ ...place, number: String(from + at + 1) }));
    },
  };
}

/** What reads the criteria that tasks name. */
export interface TaskSink {
  plan(plan: TaskPlan): void;
  /** A list whose end cannot be read. */
  unread(range: Reference['range'], text: string): void;
}

/**
 * The criteria of its own story that tasks say they work on: `- [x] Task 1: heat (AC: 1, 3-5)`, `(AC #2)`, `(AC: all)`. A subtask with a checkbox
 * of its own speaks for itself.
 *
 * @param story number of the story.
 */
export function readTasks(blocks: readonly Block[], story: string, sink: TaskSink): void {
  for (const block of blocks) {
    if (block.type === 'heading' || block.type === 'paragraph') readText(block.inline, undefined, story, sink);
    else if (block.type === 'list') for (const item of block.items) readItem(item, undefined, story, sink);
    else if (block.type === 'table') {
      for (const { cells } of block.rows) for (const { inline } of cells) readText(inline, undefined, story, sink);
    }
  }
}

function readItem(item: ListItem, above: boolean | undefined, story: string, sink: TaskSink): void {
  const done = item.checkbox?.checked ?? above;
  readText(item.inline, done, story, sink);
  for (const block of item.below) {
    if (block.type === 'list') for (const inner of block.items) readItem(inner, done, story, sink);
    else if (block.type === 'paragraph') readText(block.inline, done, story, sink);
  }
}

function readText(inline: InlineText, done: boolean | undefined, story: string, sink: TaskSink): void {
  for (const match of inline.plain.matchAll(NOTE)) {
    const from = match.index + match[0].length;
    const lineEnd = inline.plain.indexOf('\n', from);
    const end = lineEnd < 0 ? inline.plain.length : lineEnd;
    const plan = (reference: Reference): void => sink.plan({ reference, ...(done !== undefined && { done }) });
    const all = ALL.exec(inline.plain.slice(from, end))?.[0];
    if (all !== undefined) {
      plan({ text: all, range: inline.rangeOf(from, from + all.length), id: `STORY-${story}`, notation: BMAD });
      continue;
    }
    const { members, fault } = readList(inline.plain, from, end, grammarOf(story));
    for (const { start, end: behind, number, between } of members)
      plan({ ...criterionOf(inline, { number, start, end: behind }, story), ...(between && { between }) });
    // Behind a comma may stand an id of its own, or a remark.
    if (fault) sink.unread(inline.rangeOf(fault.start, fault.end), inline.plain.slice(fault.start, fault.end));
  }
}

function criterionOf(inline: InlineText, { number, start, end }: Member, story: string): Reference {
  return {
    text: inline.plain.slice(start, end),
    range: inline.rangeOf(start, end),
    id: `STORY-${story}`,
    criterion: `AC${number}`,
    composed: true,
    notation: BMAD,
  };
}
