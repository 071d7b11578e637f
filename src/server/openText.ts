/** A file in an editor with its present text. */
export interface OpenText {
  /** As the client writes it. */
  readonly uri: string;
  /** Another one with each change. */
  readonly version: number;
  getText(): string;
}
