import type { FilePath, Range } from '../../model/position.ts';

/** How grave an annotation is, the gravest first. */
export const ANNOTATION_LEVELS = ['error', 'warning', 'notice'] as const;
export type AnnotationLevel = (typeof ANNOTATION_LEVELS)[number];

/** What a build service shows at a line of a file, or without a place: `{ level: 'error', place, title: 'unknown-reference', message: '…' }`. */
export interface Annotation {
  readonly level: AnnotationLevel;
  /** Path and range in the workspace folder; absent for what is nowhere in the files as they are. */
  readonly place?: { readonly path: FilePath; readonly range: Range };
  readonly title: string;
  readonly message: string;
}
