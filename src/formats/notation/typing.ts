import type { FileRole } from '../../model/facts.ts';
import type { Message } from '../../model/message.ts';
import type { FormatContext } from './context.ts';

/** Words that are proposed where one of them is being written: the keywords behind an `@`, the values of an attribute. */
export interface TypedWords {
  /** Files in which they are written. */
  readonly roles: readonly FileRole[];
  /** Fits what is on the line before the cursor; its last group, which ends there, is as much of a word as is typed: `@(impl)`. */
  readonly before: RegExp;
  /** What stands right before each of them and is part of it: `@`. */
  readonly mark: string;
  /** In the order in which they are proposed, and what each says. */
  readonly words: Readonly<Record<string, Message>>;
  /** One of them as it leads a reference, by which the reader tells whether it would count there; without it, the line alone decides. */
  readonly probe?: string;
}

/** What the editor has to know of a notation to help while somebody writes in it. */
export interface Typing {
  readonly words: readonly TypedWords[];
  /** Fits as much of a reference as is before the cursor, at the end of what it is given; may fit nothing, where none is begun. */
  readonly before: RegExp;
  /** Fits the rest of it behind the cursor. */
  readonly after: RegExp;
  /** An id that no project has, put where a reference would stand to see what the reader makes of it. */
  readonly probe: string;
  /** Where the id is elsewhere and only a criterion is written, as in a nested title: what one begins with, and one that no project has. */
  readonly part?: { readonly begins: string; readonly probe: string };
  /**
   * Rules out by the line alone what can hold no reference, which is nearly every place; must stay cheap, since it runs on every word that is typed.
   *
   * @param before what is on the line before the reference.
   * @param typed what of the reference is typed.
   */
  mayRefer(before: string, typed: string, role: FileRole, context: FormatContext): boolean;
}
