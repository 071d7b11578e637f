/** Marks in the lines of a new test, in characters that no text of a project has. */
const OPEN = '\uE000';
const CLOSE = '\uE001';
const STOP = /\uE000(\d)([^\uE000\uE001]*)\uE001/gu;

/** Where the body of a new test is written: the cursor goes there, and takes what is there meanwhile, `pass`. */
export function body(meanwhile = ''): string {
  return `${OPEN}1${meanwhile}${CLOSE}`;
}

/** What has a new test not run, to be taken out when it is written: `it${off('.skip')}(`. */
export function off(mark: string): string {
  return `${OPEN}2${mark}${CLOSE}`;
}

/** The text of lines with such marks. */
export function plainOf(marked: string): string {
  return marked.replace(STOP, '$2');
}

/** The same as a snippet of VS Code and of the Language Server Protocol: `it${2:.skip}('a', () => {\n  $1\n});` */
export function snippetOf(marked: string): string {
  const escaped = marked.replace(/[\\$}]/gu, String.raw`\$&`);
  return escaped.replace(STOP, (_, number: string, text: string) => (text === '' ? `$${number}` : `\${${number}:${text}}`));
}

/** The place of the body in such a text, in UTF-16 code units of what `plainOf` makes of it; undefined where it has none. */
export function bodyAt(marked: string): number | undefined {
  const at = marked.indexOf(`${OPEN}1`);
  return at < 0 ? undefined : plainOf(marked.slice(0, at)).length;
}

/** Takes such characters out of a text of a project. */
export function withoutMarks(text: string): string {
  return text.replace(/[\uE000\uE001]/gu, '');
}
