/** Longest name of a test function, in characters. */
const LONGEST_NAME = 60;

/** A name with underscores: `an_order_of_more` of `An order of more!` */
export function snake(words: string): string {
  return wordsOf(words).join('_') || 'criterion';
}

/** A name with capitals: `anOrderOfMore` of `An order of more!` */
export function camel(words: string): string {
  const [first = 'criterion', ...others] = wordsOf(words);
  return first + others.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
}

/** The same with a capital at its beginning: `AnOrderOfMore`. */
export function pascal(words: string): string {
  const name = camel(words);
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

/** The name of a file: `an-order-of-more`; a name of code stays as it is. */
export function slug(words: string): string {
  return /^[\w.-]+$/u.test(words) ? words : wordsOf(words).join('-') || 'criterion';
}

/** Words that fit into a name; digits never lead one, so that no name reads as an id. */
function wordsOf(text: string): string[] {
  const words =
    text
      .normalize('NFKD')
      .replace(/(?<=[a-z0-9])(?=[A-Z][a-z])/gu, ' ')
      .toLowerCase()
      .match(/[a-z][a-z0-9]*/gu) ?? [];
  const kept: string[] = [];
  let length = 0;
  for (const word of words) {
    length += word.length + 1;
    if (length > LONGEST_NAME) break;
    kept.push(word);
  }
  return kept;
}

/** The name, or the first with a number behind it that the file does not have: `rejects2`. */
export function free(name: string, names: ReadonlySet<string>): string {
  if (!names.has(name)) return name;
  for (let count = 2; ; count += 1) if (!names.has(`${name}${count}`)) return `${name}${count}`;
}
