/*
 * What the language server and its client say to each other about the view Review and the traceability matrix. Types and
 * names only, as in protocol.ts.
 */

import type { ListName } from '../query/diff/difference.ts';
import type { Decision } from '../query/gates/verdict.ts';
import type { Status } from '../model/status.ts';

/** What the present state is compared with: where the branch left the default branch, the last tag before it, or where it left any other revision. */
export type BaseChoice = { readonly kind: 'default' } | { readonly kind: 'tag' } | { readonly kind: 'ref'; readonly ref: string };

/**
 * Request: what the present state, unsaved texts included, did to the requirements. Params {@link ReviewParams}, result
 * {@link FolderReview}[], one for each workspace folder. To be asked again when {@link REVIEW_CHANGED} says so.
 */
export const REVIEW = 'reqtrace/review';
export interface ReviewParams {
  readonly base: BaseChoice;
  /** Asks git anew, for repositories that no watcher sees; what it said before is forgotten. */
  readonly afresh?: boolean;
  /** False for what is only counted, where nobody sees the view. */
  readonly shown?: boolean;
}

/** Request: the view came into sight, or went; marks in the text that belong to it follow. Params `{ shown: boolean }`, no result. */
export const REVIEW_SHOWN = 'reqtrace/reviewShown';

/** Notification to the client, once after each answer: something changed since. No params. */
export const REVIEW_CHANGED = 'reqtrace/reviewChanged';

/** Request: revisions to choose a base from. No params, result {@link ReviewBases}. */
export const REVIEW_BASES = 'reqtrace/reviewBases';
export interface ReviewBases {
  /** `origin/main`; absent where there is none. */
  readonly defaultBranch?: string;
  /** Base of the pull request that tools of GitHub noted for the branch, `origin/release`. */
  readonly pullRequest?: string;
  /** `v1.2.0` */
  readonly lastTag?: string;
  /** Branches and tags, the newest first. */
  readonly refs: readonly string[];
}

/** Request: text of a file as a commit has it. Params {@link BaseAddress}, result `string`, or null where there is none. */
export const BASE_TEXT = 'reqtrace/baseText';
export interface BaseAddress {
  /** URI of the workspace folder. */
  readonly folder: string;
  /** Full hash. */
  readonly commit: string;
  /** Relative to the folder. */
  readonly path: string;
}

/** Scheme of documents of the base: `reqtrace-base:/docs/orders.md?{"folder":…,"commit":…}`. */
export const BASE_SCHEME = 'reqtrace-base';

/** What is known of one workspace folder. */
export type FolderReview = { readonly folder: string; readonly name: string } & (
  | { readonly state: 'indexing' | 'untrusted' }
  /** `noBase`: there is nothing to compare with; `failed`: git could not compare. */
  | { readonly state: 'noRepository' | 'noBase' | 'failed'; readonly message: string }
  | HeadReview
  | ComparedReview
);

/** Of a folder without git: nothing is compared. */
export interface HeadReview {
  readonly state: 'head';
  /** How much is met, and what is missing and why, one sentence each. */
  readonly notes: readonly string[];
  /** Those that ask for no base. */
  readonly gates: readonly ReviewGate[];
}

export interface ComparedReview {
  readonly state: 'compared';
  readonly base: { readonly name: string; readonly commit: string };
  /** What was left out, one sentence each. */
  readonly notes: readonly string[];
  /** Rules that the branch changed, what asks for less first; absent where it changed none. */
  readonly rules?: readonly ReviewRule[];
  /** Attributes that have another value, as many as are shown; absent where none changed. */
  readonly attributes?: { readonly count: number; readonly rows: readonly ReviewRule[] };
  readonly gates: readonly ReviewGate[];
  /** Lists that hold anything, the gravest first. */
  readonly groups: readonly ReviewGroup[];
}

/** A rule by which everything else here is judged, and that the branch changed. */
export interface ReviewRule {
  readonly effect: 'less' | 'more' | 'other';
  /** One sentence, no full stop at the end. */
  readonly reason: string;
  /** `reqtrace.yaml:4` */
  readonly at: string;
  readonly target: ReviewTarget;
}

export interface ReviewGroup {
  readonly list: ListName;
  /** True where it holds obligations that are gone though something was there for them. */
  readonly isLoss?: boolean;
  /** Of all entries, also of those that are left out. */
  readonly count: number;
  readonly entries: readonly ReviewEntry[];
}

/** One criterion in a list. */
export interface ReviewEntry {
  /** Unique in its list and stable over edits. */
  readonly key: string;
  /** `IP-1.1.1/AC2` */
  readonly id: string;
  readonly text: string;
  /** One sentence, no full stop at the end. */
  readonly reason: string;
  readonly was?: Status;
  readonly is?: Status;
  /** What was reworded; absent where the text stayed the same. */
  readonly words?: readonly { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }[];
  readonly target: ReviewTarget;
  /** The document and the links, for the rows below. */
  readonly places: readonly ReviewPlace[];
}

export interface ReviewPlace {
  readonly kind: 'document' | 'implements' | 'verifies';
  /** What became of it: `changed`, `removed`; of a document `same` or `changed`. */
  readonly change: 'same' | 'changed' | 'added' | 'removed' | 'redirected' | 'confirmed' | 'inherited' | 'disabled' | 'emptied';
  /** `reserve()`; absent where an annotation is on no declaration. */
  readonly symbol?: string;
  /** `src/stock.ts:12` */
  readonly at: string;
  readonly target: ReviewTarget;
}

/** Where a row leads: a diff where both sides are there and differ, else the file. */
export interface ReviewTarget {
  /** URI of the present file; absent where it is gone. */
  readonly head?: string;
  /** URI of a document of the base; absent where the file is new or the same. */
  readonly base?: string;
  /** Path for the title of the editor. */
  readonly path: string;
  /** On the present side, else on the base's; counted from 0. */
  readonly line: number;
}

/** What became of a gate of reqtrace.yaml. */
export interface ReviewGate {
  readonly name: string;
  readonly scope: 'all' | 'changed';
  readonly decision: Decision;
  readonly conditions: readonly ReviewCondition[];
}

export interface ReviewCondition {
  /** `max unmet: 0` */
  readonly condition: string;
  readonly decision: Decision;
  /** `2 of 14 criteria are unmet` */
  readonly why: string;
  readonly count: number;
  readonly obstacles: readonly ReviewObstacle[];
}

export interface ReviewObstacle {
  /** Unique in its condition and stable over edits. */
  readonly key: string;
  /** Id of the criterion, else the code of the finding. */
  readonly id: string;
  readonly message: string;
  /** The smallest thing that would mend it. */
  readonly mend: string;
  readonly target: ReviewTarget;
}

/**
 * Request: the page *Traceability matrix* of a folder. Params {@link MatrixParams}, result {@link MatrixPage}, or null where
 * there is no index yet. To be asked again after {@link MATRIX_CHANGED}.
 */
export const MATRIX = 'reqtrace/matrix';
export interface MatrixParams {
  /** URI of the workspace folder. */
  readonly folder: string;
  /** A page for a webview in the colours of the editor; without it one that is alone in any browser. */
  readonly nonce?: string;
  /** Key of the requirement or criterion that the webview is to show first. */
  readonly goTo?: string;
}
export interface MatrixPage {
  readonly html: string;
}

/** Request: the matrix of a folder as a file. Params {@link MatrixFileParams}, result `string`, or null where there is no index yet. */
export const MATRIX_FILE = 'reqtrace/matrixFile';
export interface MatrixFileParams {
  /** URI of the workspace folder. */
  readonly folder: string;
  /** One of the formats of `reqtrace report`, which is what it is. */
  readonly format: 'csv' | 'markdown' | 'json';
}

/** Notification to the client, once after each answer: the matrix of a folder is another now. Params `{ folder: string }`. */
export const MATRIX_CHANGED = 'reqtrace/matrixChanged';
