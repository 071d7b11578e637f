import type { Range } from './position.ts';

/** A part of a text, from one character to before another, of so many: `{ from: 0, to: 40, of: 120 }`. */
export interface Extent {
  readonly from: number;
  readonly to: number;
  readonly of: number;
}

/** A quotation by which a reference says what it means. */
export interface Quote {
  /** In the form in which quotations are compared. */
  readonly words: string;
  /** All of its lines, from the first character of the quotation on. */
  readonly range: Range;
  /** What a line of it begins with, `//# `; empty in a file of data. */
  readonly lead: string;
}

/** A section of a document as references quote it: `{ document: 'www.rfc-editor.org/rfc/rfc9002', section: 'section-6.2', words: 'When an …', … }`. */
export interface Passage {
  readonly document: string;
  readonly section: string;
  readonly title: string;
  /** Its heading. */
  readonly range: Range;
  /** All that it says, in the form in which quotations are compared. */
  readonly words: string;
  /** Of each line the number and where in `words` it begins, one after the other: `[12, 0, 13, 48]`. */
  readonly starts: readonly number[];
}
