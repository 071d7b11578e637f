import type { ShownPattern } from '../../../text/patterns/shownPattern.ts';
import { bareText } from './bareText.ts';
import type { Token } from './scan.ts';

interface Module {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Modules with what their braces hold, however it is indented: of Rust, where tests of one name may be in each. */
export class Modules {
  readonly #found: readonly Module[];

  /** @param opens fits the head of a module, whose brace may be in the next line. */
  constructor(text: string, tokens: readonly Token[], opens: ShownPattern) {
    this.#found = opens.pattern.test(text) ? modulesIn(bareText(text, tokens, 0, text.length, 'offsets'), opens) : [];
  }

  /** Names of those around an offset, outermost first. */
  around(offset: number): readonly string[] {
    return this.#found.filter(({ start, end }) => start < offset && offset < end).map(({ name }) => name);
  }
}

function modulesIn(code: string, { pattern }: ShownPattern): readonly Module[] {
  const found: Module[] = [];
  const open: ((end: number) => void)[] = [];
  for (const { 0: match, index, groups = {} } of code.matchAll(new RegExp(`${pattern.source}|[{}]`, 'gu'))) {
    const name = groups['name'];
    if (match === '}') open.pop()?.(index);
    else if (name === undefined) open.push(() => undefined);
    else {
      const at = found.push({ name, start: index, end: code.length }) - 1;
      open.push((end) => (found[at] = { name, start: index, end }));
    }
  }
  return found;
}
