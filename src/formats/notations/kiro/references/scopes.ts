import type { CarriedCode } from '../../../carried/carriedCode.ts';
import type { Passage } from '../../../carried/passages.ts';
import type { ShownPattern } from '../../../../text/patterns/shownPattern.ts';

/** `Feature: kettle`, as the tests that Kiro writes name their spec, also `Bugfix:` and `Spec:`; a name of several words only before `, Property 1`. */
export const FEATURE: ShownPattern = {
  pattern:
    /(?<![\p{L}\p{N}])(?<word>Feature|Bugfix|Spec)\s{0,3}[:：]\s{0,3}[*_`"']{0,3}(?<name>[\p{L}\p{N}][\p{L}\p{N}._/-]{0,100}(?<words>(?: [\p{L}\p{N}_-]{1,40}){0,8}))/giu,
  fits: ['Feature: kettle', 'Bugfix：`boil-water`', 'Spec: boil water, Property 1'],
  misses: ['Features: kettle', 'Feature kettle'],
};
const BEHIND_NAME = /^[*_`"']{0,3}[^\S\n]*(?:$|[\n,;:.()[\]|{}—–-])/u;
const BEHIND_WORDS = /^[*_`"']{0,3}\s*[,;–—-]\s*(?:Property|Requirements?)\s/iu;
/** The folder of a spec, `.kiro/specs/kettle`, or one of its documents; its other files may lie there for any reason. */
export const FOLDER: ShownPattern = {
  pattern:
    /(?<![\w./-])(?:[\w.-]+\/){0,8}\.(?:kiro|spec-workflow)\/specs\/(?<name>[\p{L}\p{N}_-]{1,100}(?:\/[\p{L}\p{N}_-]{1,100}){0,3})(?:\/(?:requirements|bugfix|design|tasks)\.md|\/?(?![\p{L}\p{N}_./-]|\.[\p{L}\p{N}]))/giu,
  fits: ['.kiro/specs/kettle', 'docs/.kiro/specs/kettle/requirements.md', '.spec-workflow/specs/kitchen/kettle/'],
  misses: ['.kiro/steering/kettle', '.kiro/specs/kettle/notes/a.txt.bak'],
};
/** What the comment at the top of a file says of its spec in a sentence: `tests of the \`boil-water\` bugfix spec`, `for boil-water.` is not enough. */
export const SPOKEN: ShownPattern = {
  pattern:
    /(?<![\p{L}\p{N}_./-])[`"']{0,2}(?<name>[\p{Ll}\p{N}]{1,60}(?:-[\p{Ll}\p{N}]{1,60}){1,12})[`"']{0,2}\s{1,4}(?:bugfix\s+|feature\s+)?(?:spec|bugfix|feature)(?![\p{L}\p{N}-])/gu,
  fits: ['tests of the `boil-water` bugfix spec', 'the boil-water feature'],
  misses: ['the kettle spec', 'for boil-water.', 'boil-water specs'],
};
/** Declarations around one are asked for no further out than this. */
const DEEPEST = 12;

/** A spec that words point at. */
export interface PointedSpec {
  readonly name: string;
  /** True where it is written in order to say so; of what a sentence speaks of, there need be no such spec. */
  readonly isSure: boolean;
}

interface Named extends PointedSpec {
  readonly at: number;
}

/** Which spec the words of a test file speak of, place by place. */
export class Scopes {
  readonly #code: CarriedCode;
  readonly #inPassage = new Map<Passage, readonly Named[]>();
  readonly #byDeclaration = new Map<number, PointedSpec>();
  #ofFile: PointedSpec | undefined;

  constructor(code: CarriedCode, passages: readonly Passage[]) {
    this.#code = code;
    const names = new Map<string, PointedSpec>();
    let spoken: PointedSpec | undefined;
    let isTop = true;
    for (const passage of passages) {
      isTop &&= passage.declaration === undefined || passage.declaration.kind === 'other';
      if (isTop && passage.kind === 'comment') spoken ??= spokenOf(passage.text);
      const named = namesIn(passage.text);
      const [first] = named;
      if (!first) continue;
      this.#inPassage.set(passage, named);
      for (const one of named) names.set(one.name, one);
      const line = passage.declaration?.range.start.line;
      if (line !== undefined && !this.#byDeclaration.has(line)) this.#byDeclaration.set(line, first);
      if (isTop) this.#ofFile ??= first;
    }
    // A file that names one spec speaks of it wherever it names none.
    if (names.size === 1) [this.#ofFile] = names.values();
    this.#ofFile ??= spoken;
  }

  /**
   * The spec that an offset of a passage speaks of: the name before it in the passage, or the first in it; that of its declaration or the nearest one
   * around it; that at the top of the file; the only one in the file.
   */
  at(passage: Passage, offset: number): PointedSpec | undefined {
    const named = this.#inPassage.get(passage);
    if (named) return named.findLast(({ at }) => at <= offset) ?? named[0];
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
  for (const match of text.matchAll(FEATURE.pattern)) {
    const { name = '', words = '', word = '' } = match.groups ?? {};
    // Only Kiro's own word says for sure that it is one of its specs.
    const isSure = word.toLowerCase() === 'feature';
    const single = name.slice(0, name.length - words.length);
    const end = match.index + match[0].length;
    if (words !== '' && BEHIND_WORDS.test(text.slice(end, end + 40))) found.push({ name: slug(name), at: match.index, isSure });
    else if (BEHIND_NAME.test(text.slice(end - words.length, end - words.length + 12)))
      found.push({ name: single.replace(/[./-]+$/u, ''), at: match.index, isSure });
  }
  for (const match of text.matchAll(FOLDER.pattern)) found.push({ name: match.groups?.['name'] ?? '', at: match.index, isSure: true });
  return found.filter(({ name }) => name !== '').sort((a, b) => a.at - b.at);
}

function spokenOf(text: string): PointedSpec | undefined {
  const names = new Set(Array.from(text.matchAll(SPOKEN.pattern), ({ groups }) => groups?.['name'] ?? ''));
  const [name] = names;
  return names.size === 1 && name !== undefined ? { name, isSure: false } : undefined;
}

/** As folders are called: `Boil Water` is `boil-water`. */
function slug(words: string): string {
  return words.trim().toLowerCase().replaceAll(/\s+/gu, '-');
}
