import { fileName } from '../../text/paths.ts';
import type { Language, NewTestFile, TestSkeleton } from './language.ts';

/** What is asked of all languages at once. */
export interface LanguageTable {
  /** The language of a file: by its name, then by its ending, and by its text where two share one; undefined where none is known. */
  of(path: string, text?: string): Language | undefined;
  /** True if `of` knows a language; a quick answer for a hundred thousand paths. */
  has(path: string): boolean;
  /** The ending under which a text is read that has only an editor's id of its language: `.py` of `python`. */
  endingOf(editorId: string): string | undefined;
  /** How a new test gets into a file: that of Python for `tests/test_cart.py`. */
  skeletonOf(path: string): TestSkeleton | undefined;
  /** All of them. */
  readonly skeletons: readonly TestSkeleton[];
  /** New files of tests, each framework once. */
  readonly newTestFiles: readonly NewTestFile[];
  /** Globs of test files, each once, in the order of the languages. */
  readonly testGlobs: readonly string[];
  /** All ways to write a comment of one line, each once, in the order of the languages: `// …`. */
  readonly comments: readonly string[];
  /** What tells paths of test files from other names in results of test runs. */
  readonly reported: {
    /** Endings: `.py`. */
    readonly endings: readonly string[];
    /** Fit the names of files without a folder. */
    readonly names: readonly RegExp[];
  };
}

/**
 * Everything that is asked by path, editor id or for all languages at once, of a list of languages:
 * `languageTable([python]).of('cart.py')` is `python`. Where two have a file in common, the later one has it.
 */
export function languageTable(languages: readonly Language[]): LanguageTable {
  const { byEnding, byLongEnding, byName, suffixed } = filesOf(languages);
  const byText = new Map(languages.flatMap((language) => (language.byText ? [[language.byText.ending.slice(1), language] as const] : [])));
  const editorIds = new Map(languages.flatMap(({ editorIds = {} }) => Object.entries(editorIds)));
  const skeletons: TestSkeleton[] = languages.flatMap(({ tests }) => (tests?.skeleton ? [tests.skeleton] : []));
  const bySkeleton = new Map(skeletons.flatMap((one) => one.endings.map((ending) => [ending, one] as const)));

  function of(path: string, text = ''): Language | undefined {
    const name = fileName(path).toLowerCase();
    const known = byName.get(name);
    if (known) return known;
    for (const [ending, language] of byLongEnding) if (name.endsWith(ending)) return language;
    const dot = name.lastIndexOf('.');
    if (dot >= 0) {
      const ending = name.slice(dot + 1);
      const told = byText.get(ending);
      if (told?.byText?.fits(text) === true) return told;
      const byDot = byEnding.get(ending);
      if (byDot) return byDot;
    }
    return suffixed.get(name.split('.', 1)[0] ?? '');
  }

  return {
    of,
    has(path) {
      const dot = path.lastIndexOf('.');
      return (dot >= 0 && byEnding.has(path.slice(dot + 1))) || of(path) !== undefined;
    },
    endingOf: (editorId) => editorIds.get(editorId),
    skeletonOf: (path) => bySkeleton.get(/\.[^./]+$/u.exec(path)?.[0].toLowerCase() ?? ''),
    skeletons,
    newTestFiles: Array.from(new Set(skeletons.flatMap(({ files }) => files))),
    testGlobs: unique(languages.flatMap(({ tests }) => tests?.globs ?? [])),
    comments: unique(languages.flatMap(({ comments }) => comments)),
    reported: {
      endings: unique(languages.flatMap(({ tests }) => tests?.reported?.endings ?? [])),
      names: languages.flatMap(({ tests }) => tests?.reported?.name ?? []),
    },
  };
}

/** The files of languages by how they are told. */
interface Files {
  /** `py`, without its dot. */
  readonly byEnding: ReadonlyMap<string, Language>;
  /** `.blade.php`. */
  readonly byLongEnding: ReadonlyMap<string, Language>;
  /** `makefile`. */
  readonly byName: ReadonlyMap<string, Language>;
  /** Names that are before an ending of the user's own, `Dockerfile.dev`, `Makefile.am`. */
  readonly suffixed: ReadonlyMap<string, Language>;
}

function filesOf(languages: readonly Language[]): Files {
  const byEnding = new Map<string, Language>();
  const byLongEnding = new Map<string, Language>();
  const byName = new Map<string, Language>();
  const suffixed = new Map<string, Language>();
  for (const language of languages) {
    for (const file of language.files) {
      if (file.endsWith('.*')) suffixed.set(file.slice(0, -2), language);
      else if (!file.startsWith('.')) byName.set(file, language);
      else if (file.lastIndexOf('.') > 0) byLongEnding.set(file, language);
      else byEnding.set(file.slice(1), language);
    }
  }
  return { byEnding, byLongEnding, byName, suffixed };
}

function unique(values: readonly string[]): readonly string[] {
  return Array.from(new Set(values));
}
