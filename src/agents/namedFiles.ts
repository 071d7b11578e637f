import type { FilePath } from '../model/position.ts';
import { addTo } from '../text/grouping.ts';
import { extensionOf, fileName, folderOf, inFolder, normalPath } from '../text/paths.ts';

/** A text in quotes or angle brackets that can be a path: `'./least.js'`, `"shop/least"`, `<least.h>`. */
const QUOTED = /["'`<]([^\s"'`<>]{1,300})["'`>]/gu;
/** A line that names other files without quotes: Python, Rust, Java, C#, Go, Kotlin, Ruby, Lua, PHP, Elixir, Haskell, shells. */
const NAMES_FILES =
  /^[^\S\n]*(?:\.[^\S\n]|(?:pub(?:\([^)\n]*\))?[^\S\n]+)?(?:mod|use|import|from|using|require\w*|include\w*|load|source|alias|extern|local)(?!\w))[^\n]*/gmu;
/** How far a list goes on that such a line begins. */
const LONGEST_LIST = 4000;
const WORD = /[\p{L}_][\p{L}\p{N}_]*/gu;
/** A name as types have it: in many languages the file of one is called like it, and nothing need import it. */
const TYPE_NAME = /(?<![\p{L}\p{N}_])\p{Lu}[\p{L}\p{N}_]+/gu;
/** Languages in which the files of a folder use each other without a word. */
const ONE_UNIT: ReadonlySet<string> = new Set(['go', 'kt', 'scala', 'swift', 'cs', 'java', 'd', 'nim', 'tf', 'm', 'jl']);
/** Files that stand for their folder. */
const STANDS_FOR_FOLDER: ReadonlySet<string> = new Set(['index', '__init__', 'mod', 'main', 'lib', 'package', 'init']);
const HEADER = /\.(?:h|hh|hpp|hxx|inc|d\.ts|pyi|mli)$/iu;

/** Which files of a list a text may name, by its words alone, rather one too many: `new NamedFiles(['src/least.ts']).in('src/a.ts', "import './least.js'")`. */
export class NamedFiles {
  readonly #paths: ReadonlySet<FilePath>;
  /** By what others call them, without their case and what joins words. */
  readonly #byName = new Map<string, FilePath[]>();
  readonly #byFolder = new Map<FilePath, FilePath[]>();

  constructor(paths: readonly FilePath[]) {
    this.#paths = new Set(paths);
    for (const path of paths) {
      const stem = stemOf(path);
      addTo(this.#byName, plainName(stem), path);
      if (STANDS_FOR_FOLDER.has(stem)) addTo(this.#byName, plainName(fileName(folderOf(path))), path);
      addTo(this.#byFolder, folderOf(path), path);
    }
  }

  in(path: FilePath, text: string): ReadonlySet<FilePath> {
    const found = new Set<FilePath>();
    const add = (files: Iterable<FilePath>): void => {
      for (const file of files) if (file !== path) found.add(file);
    };
    for (const [, quoted = ''] of text.matchAll(QUOTED)) if (/[./\\]/u.test(quoted)) add(this.#at(quoted, path));
    for (const { 0: begun, index } of text.matchAll(NAMES_FILES)) {
      const line = begun + restOfList(text, index + begun.length, begun);
      for (const [, quoted = ''] of line.matchAll(QUOTED)) add(this.#at(quoted, path));
      const bare = line.replaceAll(QUOTED, ' ');
      for (const [word] of bare.matchAll(WORD)) add(this.#byName.get(plainName(word)) ?? []);
      for (const [word] of bare.matchAll(/[\w./\\-]*[/.\\][\w./\\-]+/gu)) add(this.#at(word, path));
    }
    for (const [word] of text.matchAll(TYPE_NAME))
      add((this.#byName.get(plainName(word)) ?? []).filter((file) => /^\p{Lu}/u.test(fileName(file))));
    const ending = extensionOf(path);
    if (ONE_UNIT.has(ending)) add((this.#byFolder.get(folderOf(path)) ?? []).filter((file) => extensionOf(file) === ending));
    // What a header declares is elsewhere.
    for (const file of [path, ...found]) if (HEADER.test(file)) add(this.#byName.get(plainName(stemOf(file))) ?? []);
    return found;
  }

  /** The file that a path means, from a file or from anywhere; all that could be meant where its folders do not tell. */
  #at(written: string, from: FilePath): readonly FilePath[] {
    const path = written.replaceAll('\\', '/').replace(/[?#].*$/u, '');
    const joined = path.startsWith('.') ? normalPath(inFolder(folderOf(from), path)) : undefined;
    if (joined !== undefined && this.#paths.has(joined)) return [joined];
    const segments = path.split('/').filter((segment) => /[\p{L}\p{N}]/u.test(segment));
    const last = segments.at(-1);
    if (last === undefined) return [];
    const candidates = this.#byName.get(plainName(last.replace(/(?<=.)\.\w+$/u, ''))) ?? this.#byName.get(plainName(last)) ?? [];
    if (candidates.length <= 1) return candidates;
    const wanted = withoutEnding(joined ?? segments.join('/'));
    const exact = candidates.filter((each) => [withoutEnding(each), folderOf(each)].some((own) => `/${own}`.endsWith(`/${wanted}`)));
    return exact.length > 0 ? exact : candidates;
  }
}

/** What follows a line that opens a list and does not close it: `from . import (`, `use crate::{`. */
function restOfList(text: string, at: number, line: string): string {
  const open = /[({]\s*(?:#.*|\/\/.*)?$/u.exec(line)?.[0][0];
  if (open === undefined) return '';
  const end = text.indexOf(open === '(' ? ')' : '}', at);
  return text.slice(at, Math.min(end < 0 ? text.length : end, at + LONGEST_LIST));
}

/** `stock` of `src/stock.d.ts`. */
function stemOf(path: FilePath): string {
  return fileName(path).replace(/(?<=.)(?:\.d)?\.\w+$/u, '');
}

/** The same for `OrderList`, `order_list` and `order-list`. */
function plainName(name: string): string {
  return name.replaceAll(/[-_]/gu, '').toLowerCase() || name;
}

function withoutEnding(path: string): string {
  return path.replace(/\.\w+$/u, '');
}
