/** Why something cannot be done, in a sentence for the person who tried: `{ refusal: 'docs/a.md cannot be read' }`. */
export interface Refusal {
  readonly refusal: string;
}
