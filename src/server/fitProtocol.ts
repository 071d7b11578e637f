import type { WorkspaceEdit } from 'vscode-languageserver-types';

/* What server and client say to each other when reqtrace.yaml is fitted to a folder. */

/**
 * Request: what reqtrace.yaml could say to fit a folder, each row tried; nothing is written. Params `{ folder: string }`, result {@link FitRow}[], or an
 * error whose message is safe to show.
 */
export const FIT = 'reqtrace/fit';

/** Request: what rows of {@link FIT} do together. Params {@link FitChoice}, result `string`. */
export const FIT_EFFECT = 'reqtrace/fitEffect';

/** Request: the edit of reqtrace.yaml that writes rows of {@link FIT}; without any, the rows are forgotten. Params {@link FitChoice}, result {@link FitEdit} or `null`. */
export const FIT_EDIT = 'reqtrace/fitEdit';

/** What rows that a person chose write, `{ edit, line: 12 }`. */
export interface FitEdit {
  readonly edit: WorkspaceEdit;
  /** Where what they say begins once it is written, counted from 0. */
  readonly line: number;
}

/** One thing that reqtrace.yaml could say, in the language of the editor. */
export interface FitRow {
  readonly id: string;
  /** `ids: REQ-[A-Z]+(?:-[A-Z]+)*` */
  readonly title: string;
  readonly reason: string;
  /** `0 → 22 met, 0 → 24 partial`; absent where it was not tried alone. */
  readonly effect?: string;
  /** True where it claims nothing that the repository does not say already. */
  readonly picked: boolean;
}

/** Rows that a person chose. */
export interface FitChoice {
  readonly folder: string;
  readonly chosen: readonly string[];
}
