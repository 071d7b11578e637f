import type { Message } from '../../model/message.ts';

/** Keys of reqtrace.yaml that hold a list to which one adds. */
export type ListKey = 'documents' | 'notations' | 'ids' | 'annotations' | 'exclude' | 'tests' | 'kinds' | 'needs' | 'reqif' | 'sheets';

/** One thing that reqtrace.yaml would say. */
export type Setting =
  /** Entries of a list, each as YAML writes it on one line. */
  | { readonly kind: 'list'; readonly key: ListKey; readonly entries: readonly string[] }
  /** A label of criteria beside the others. */
  | { readonly kind: 'moreLabels'; readonly label: string }
  | { readonly kind: 'siteRoot'; readonly folder: string }
  /** Globs of reports; they take the place of the usual places, so those are among them where anything lies there. */
  | { readonly kind: 'evidence'; readonly results: readonly string[]; readonly coverage: readonly string[] };

/** What is proposed for reqtrace.yaml, as one row that can be chosen. */
export interface Proposal {
  /** `ids`, `annotations:@trace`; the same for the same thing at the next look. */
  readonly id: string;
  /** What would be written: `ids: REQ-[A-Z]+(?:-[A-Z]+)*`. */
  readonly title: Message;
  /** What was found that speaks for it, and what else it could mean. */
  readonly reason: Message;
  readonly settings: readonly Setting[];
  /** True where it claims nothing that the repository does not say already; the others are for a person to choose. */
  readonly picked: boolean;
  /** Proposals without which it says nothing. */
  readonly needs?: readonly string[];
}
