import type { Declares } from '../carriers/code/declarationPattern.ts';
import type { Syntax } from '../carriers/code/scan.ts';
import type { ShownPattern } from '../../text/patterns/shownPattern.ts';

/**
 * A programming language, or another kind of text with comments: everything about it that the engine knows. One file each,
 * `export const python = { … } satisfies Language`, and one line in `registry.ts`.
 */
export interface Language extends Declares {
  /** What people call it: `TypeScript`. */
  readonly name: string;
  /**
   * Its files, in lower case: endings with their dot, whole names without, and names with an ending of the user's own as
   * `dockerfile.*`: `['.py', '.pyi', 'sconstruct']`. An ending with two dots, `.blade.php`, goes before one with one.
   */
  readonly files: readonly string[];
  /** An ending that belongs to another language unless the text says otherwise: `.m` of MATLAB, which is Objective-C's. */
  readonly byText?: { readonly ending: string; readonly fits: (text: string) => boolean };
  /**
   * Its ids in editors, those of VS Code and of its common extensions, each with the ending under which a text
   * that is not saved yet is read: `{ javascript: '.js', javascriptreact: '.jsx' }`.
   */
  readonly editorIds?: Readonly<Record<string, string>>;
  /** How its comments and strings are told from code; first rule that applies wins: `{ rules: [lineComment('#'), quoted('"')] }`. */
  readonly syntax: Syntax;
  /** Comments of one line that the editor may write, the customary one first, `…` for the words: `['// …', '/* … *\/']`. */
  readonly comments: readonly string[];
  /** How tests are written in it. */
  readonly tests?: TestHabits;
}

/** How tests are written in a language. */
export interface TestHabits {
  /**
   * Globs of test files, part of the default of `tests:`, in this order: `['**\/*_test.go']`. Several languages may have the
   * same glob; it counts once, where it comes first.
   */
  readonly globs?: readonly string[];
  /** Where titles and tags of tests stand. */
  readonly titles?: TitleForms;
  /** Which names in the results of test runs are paths of its files, since some tools put paths where others put suites. */
  readonly reported?: {
    /** Endings of its test files: `['.py']`. */
    readonly endings: readonly string[];
    /** Fits the name of a test file that has no folder: `/^test_\w+\.py$/iu` of pytest. */
    readonly name?: RegExp;
  };
  /** What the editor writes as a new test; if absent, the action says that it does not know how. */
  readonly skeleton?: TestSkeleton;
}

/** Where titles and tags of tests are in a language. */
export interface TitleForms {
  /** Titles in calls, where brackets say what is in what: `it("AC2 …", () => {`. */
  readonly calls?: CallForm;
  /** Code right before a string that makes it a title where indentation says what is in what: `it ` of RSpec. */
  readonly title?: ShownPattern;
  /** Code right behind a string at the beginning of a statement that makes it a title: ` {` of Kotest, ` in {` of ScalaTest. */
  readonly behind?: ShownPattern;
  /** Fits a line, the string empty, whose string titles a group without a block, to which belongs what is below it: `"" should "add"` of ScalaTest. */
  readonly subject?: ShownPattern;
  /** Code right before a string that makes it a tag of a test: `@pytest.mark.req(`. */
  readonly tag?: ShownPattern;
  /** What leads a line of a documentation comment that titles its test: `@testdox ` of PHPUnit. */
  readonly documentation?: ShownPattern;
  /** A text that is written as tests from top to bottom and has a reader of its own. */
  readonly layout?: 'gherkin' | 'robot';
}

/** Calls that take the title of a test or of a group of tests. */
export interface CallForm {
  /** Fits the code right before the parenthesis of such a call: `describe`, `test.only`. */
  readonly call: ShownPattern;
  /** Fits a callee whose first call takes a table and whose second takes the title: `it.each`. */
  readonly curried: RegExp;
  /** Names that a text itself gives to such calls, `s` of `const s = suite('Stock')`, as a pattern like that of `call`; undefined where it gives none. */
  readonly named?: (text: string) => RegExp | undefined;
  /** Fits a group without a block, to which all tests below it belong: `` fixture`Shop` `` of TestCafe. */
  readonly flat?: ShownPattern;
  /** True where a test without a function is one that is still to be written: `it('rejects')` of Mocha. */
  readonly needsBody?: true;
}

/** How a new test gets into a file of a language. */
export interface TestSkeleton {
  /** Endings of the files that take one: `['.py']`, but not `.pyi`. */
  readonly endings: readonly string[];
  /** How far a body goes in where the file does not show it. */
  readonly indent: string;
  /** The framework that a file follows, by what it imports. */
  readonly frameworkOf: (text: string, indent: string) => TestFramework;
  /** New files of tests, one for each framework, those before others that more projects have. */
  readonly files: readonly NewTestFile[];
}

/** A way to write tests that a file follows. */
export interface TestFramework {
  /** `vitest`, as people call it. */
  readonly name: string;
  /** The lines of a test, not indented; `names` are those that the file has already. It is switched off, in the framework's own way, until a person has written it. */
  readonly write: (draft: TestDraft, names: ReadonlySet<string>) => readonly string[];
  /** `inside`: in a class or a module; `block`: in a function or a group that holds all of them; `end`: anywhere. */
  readonly place: 'end' | 'inside' | 'block';
  /** Empty lines between two tests that are in nothing; one where it is absent. */
  readonly gap?: number;
  /** How its body goes in, `  ` or a tab. */
  readonly indent: string;
  /** Fits a line behind which no test is found: `if __name__ == "__main__":`. */
  readonly guard?: ShownPattern;
  /** Lines that the test needs above, each with what shows that it is there. */
  readonly imports?: readonly { readonly line: string; readonly has: RegExp }[];
}

/** A test to write, before it has the form of a framework. */
export interface TestDraft {
  /** `IP-1.1/AC2`, or `AC2` in a group that names the requirement. */
  readonly reference: string;
  /** What a comment above it says where its title does not: `@verifies IP-1.1/AC2`. */
  readonly annotation: string;
  /** `an order of more is rejected`; on one line. */
  readonly words: string;
  /** What the test is to show, one line of a comment each, where its title does not say it. */
  readonly lines: readonly string[];
  /** True where the title has to name the reference, false where a comment above does. */
  readonly titled: boolean;
  /** The line that begins what it is in: `class StockTest(TestCase):`; absent for nothing. */
  readonly within?: string;
}

/** A file of tests that does not exist yet. */
export interface NewTestFile {
  /** The framework, as people call it: `Vitest`. */
  readonly name: string;
  /** Files of a project, by name or as `*` and ending, and what in them shows that it uses the framework: `{ 'package.json': /"vitest"/ }`. */
  readonly signs: Readonly<Record<string, RegExp>>;
  readonly pathOf: (place: NewTestPlace) => string;
  /** The text above and around the tests. */
  readonly textOf: (place: NewTestPlace) => string;
}

/** What a new file of tests is about. */
export interface NewTestPlace {
  /** Folder of the project, with a slash behind it, or empty. */
  readonly project: string;
  /** Folder of the code that is tested, with a slash behind it; that of the project where there is none yet. */
  readonly folder: string;
  /** `stock` of `src/stock.ts`, or of the words of the requirement. */
  readonly name: string;
  /** Ending of the code, `.ts`, or the one that is customary in the project. */
  readonly ending: string;
  /** The code that is tested; empty where there is none yet. */
  readonly code: string;
  /** The file that shows the framework; empty where a person chose it. */
  readonly told: string;
}
