/** What a filter looks at in a line of the matrix. */
export interface Searchable {
  /** All its words as `folded` has them, those of its requirement and its document too. */
  readonly searched: string;
  readonly status: string;
  /** True where it is met and no test has shown that. */
  readonly isUnproven: boolean;
  /** Path of its document. */
  readonly path: string;
}

/** What the person asks for. */
export interface Filter {
  readonly text: string;
  /** Path of a document; empty for all. */
  readonly document: string;
  /** Statuses that are shown; undefined for all. */
  readonly statuses?: ReadonlySet<string>;
  /** True for what is met and not proven alone. */
  readonly unproven: boolean;
}

/** A filter that lets everything through. */
export const ALL: Filter = { text: '', document: '', unproven: false };

/** A text as it is searched, without case, accents and signs of composition: `Élan` is `elan`, in whatever form it was typed. */
export function folded(text: string): string {
  // Nothing of it could be taken apart.
  if (/^[\u0000-\u007f]*$/u.test(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase();
}

/** What a search asks for: words and phrases in quotes that must be there, and with a minus before them those that must not. */
export interface Query {
  readonly wanted: readonly string[];
  readonly unwanted: readonly string[];
}

/** `parseQuery('order "no test" -draft')` wants `order` and `no test`, and does not want `draft`. */
export function parseQuery(text: string): Query {
  const wanted: string[] = [];
  const unwanted: string[] = [];
  for (const [, minus, phrase, word] of folded(text).matchAll(/(-)?(?:["“”„«»](.*?)(?:["“”„«»]|$)|(\S+))/gu)) {
    const sought = (phrase ?? word ?? '').trim();
    if (sought) (minus ? unwanted : wanted).push(sought);
  }
  return { wanted, unwanted };
}

/** Says of each line whether it fits. */
export function fitting({ text, document, statuses, unproven }: Filter): (line: Searchable) => boolean {
  const { wanted, unwanted } = parseQuery(text);
  return (line) =>
    (document === '' || line.path === document) &&
    (!statuses || statuses.has(line.status)) &&
    (!unproven || line.isUnproven) &&
    wanted.every((word) => line.searched.includes(word)) &&
    !unwanted.some((word) => line.searched.includes(word));
}
