import type { FileFacts } from '../../model/facts.ts';
import type { Message } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';

/** What became of one file. */
export type Scanned =
  /** It says something. */
  | { readonly kind: 'facts'; readonly facts: FileFacts }
  /** It was read and says nothing, as most files. */
  | { readonly kind: 'nothing' }
  /** All that it may say is about ids of these prefixes, which no requirement has so far; `['CVE', 'UTF']`. It is to be read in full once one has. */
  | { readonly kind: 'asleep'; readonly prefixes: readonly string[] }
  /** It is there but could not be read, `permission denied`. */
  | { readonly kind: 'skipped'; readonly reason: Message }
  | { readonly kind: 'gone' };

/** Takes what became of the files of a scan, in no order. */
export interface Take {
  /** A file of which there is something to say. */
  file(path: FilePath, scanned: Scanned): void;
  /** So many more files are done, those included that say nothing and so are not named. */
  done(count: number): void;
}

export const NOTHING: Scanned = { kind: 'nothing' };
