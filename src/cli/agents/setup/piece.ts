import type { Message } from '../../../model/message.ts';

/** One change of a JSON file that may have more in it. */
export type JsonChange =
  /** An entry of ours, where none of this name is: `mcpServers.reqtrace`. */
  | { readonly kind: 'entry'; readonly at: readonly string[]; readonly value: object }
  /** What the file has to say beside it, and may say already. */
  | { readonly kind: 'default'; readonly at: readonly string[]; readonly value: string }
  /** One more in a list; ours is the one that holds `command`. */
  | { readonly kind: 'item'; readonly at: readonly string[]; readonly value: object; readonly command: string };

/** What an agent needs in one file. */
export type Piece =
  | { readonly kind: 'json'; readonly path: string; readonly changes: readonly JsonChange[] }
  /** Lines between markers in a text that people write too. */
  | { readonly kind: 'block'; readonly path: string; readonly text: string }
  /** A file of ours; `mark` is in it whatever its version. */
  | { readonly kind: 'file'; readonly path: string; readonly text: string; readonly mark: string };

/** What becomes of a file. */
export type Outcome =
  | { readonly kind: 'same' }
  | { readonly kind: 'text'; readonly text: string }
  /** Nothing would be left in it. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly why: Message };
