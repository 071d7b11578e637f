import type { CarriedCode } from '../../carried/carriedCode.ts';
import type { Passage } from '../../carried/passages.ts';

/** `Feature: kettle`, as the tests that Kiro writes name their spec; a name of several words only before `, Property 1`. */
const FEATURE =
  /(?<![\p{L}\p{N}])Feature\s{0,3}[:：]\s{0,3}[*_`"']{0,3}(?<name>[\p{L}\p{N}][\p{L}\p{N}._/-]{0,100}(?<words>(?: [\p{L}\p{N}_-]{1,40}){0,8}))/giu;
const BEHIND_NAME = /^[*_`"']{0,3}[^\S\n]*(?:$|[\n,;:.()[\]|{}—–-])/u;
const BEHIND_WORDS = /^[*_`"']{0,3}\s*[,;–—-]\s*(?:Property|Requirements?)\s/iu;
/** The folder of a spec, `.kiro/specs/kettle`, or one of its documents; its other files may lie there for any reason. */
const FOLDER =
  /(?<![\w./-])(?:[\w.-]+\/){0,8}\.(?:kiro|spec-workflow)\/specs\/(?<name>[\p{L}\p{N}_-]{1,100}(?:\/[\p{L}\p{N}_-]{1,100}){0,3})(?:\/(?:requirements|bugfix|design|tasks)\.md|\/?(?![\p{L}\p{N}_./-]|\.[\p{L}\p{N}]))/giu;
/** Declarations around one are asked for no further out than this. */
const DEEPEST = 12;

interface Named {
  readonly name: string;
  readonly at: number;
}

/** Which spec the words of a test file speak of, place by place. */
export class Scopes {
  readonly #code: CarriedCode;
  readonly #inPassage = new Map<Passage, readonly Named[]>();
  readonly #byDeclaration = new Map<number, string>();
  #ofFile: string | undefined;

  constructor(code: CarriedCode, passages: readonly Passage[]) {
    this.#code = code;
    const names = new Set<string>();
    let isTop = true;
    for (const passage of passages) {
      isTop &&= passage.declaration === undefined;
      const named = namesIn(passage.text);
      const [first] = named;
      if (!first) continue;
      this.#inPassage.set(passage, named);
      for (const { name } of named) names.add(name);
      const line = passage.declaration?.range.start.line;
      if (line !== undefined && !this.#byDeclaration.has(line)) this.#byDeclaration.set(line, first.name);
      if (isTop) this.#ofFile ??= first.name;
    }
    // A file that names one spec speaks of it wherever it names none.
    if (names.size === 1) [this.#ofFile] = names;
  }

  /**
   * The spec that an offset of a passage speaks of: the name before it in the passage, or the first in it; that of its declaration or the nearest one
   * around it; that at the top of the file; the only one in the file.
   */
  at(passage: Passage, offset: number): string | undefined {
    const named = this.#inPassage.get(passage);
    if (named) return (named.findLast(({ at }) => at <= offset) ?? named[0])?.name;
    let line = passage.declaration?.range.start.line ?? passage.line;
    for (let depth = 0; depth < DEEPEST; depth += 1) {
      const known = this.#byDeclaration.get(line);
      if (known !== undefined) return known;
      const around = this.#code.declarations?.around(line);
      if (!around) break;
      line = around.range.start.line;
    }
    return this.#ofFile;
  }
}

function namesIn(text: string): readonly Named[] {
  const found: Named[] = [];
  for (const match of text.matchAll(FEATURE)) {
    const { name = '', words = '' } = match.groups ?? {};
    const single = name.slice(0, name.length - words.length);
    const end = match.index + match[0].length;
    if (words !== '' && BEHIND_WORDS.test(text.slice(end, end + 40))) found.push({ name: slug(name), at: match.index });
    else if (BEHIND_NAME.test(text.slice(end - words.length, end - words.length + 12)))
      found.push({ name: single.replace(/[./-]+$/u, ''), at: match.index });
  }
  for (const match of text.matchAll(FOLDER)) found.push({ name: match.groups?.['name'] ?? '', at: match.index });
  return found.filter(({ name }) => name !== '').sort((a, b) => a.at - b.at);
}

/** As folders are called: `Boil Water` is `boil-water`. */
function slug(words: string): string {
  return words.trim().toLowerCase().replaceAll(/\s+/gu, '-');
}
