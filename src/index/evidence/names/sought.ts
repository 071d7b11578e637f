import type { Annotation, Declaration } from '../../../model/facts.ts';
import type { FilePath } from '../../../model/position.ts';
import { unescaped } from '../../../text/escapes.ts';
import { extensionOf } from '../../../text/paths.ts';
import type { Template } from './testWords.ts';
import { placeholdersOf, spokenName, templateOf, wordsOf } from './testWords.ts';

/** What a test, or a group around it, is called in results. */
export type Name =
  | { readonly kind: 'fixed'; readonly raw: string; readonly words: string }
  /** Its places are filled when the tests run. */
  | { readonly kind: 'template'; readonly raw: string; readonly template: Template }
  /** Made when the tests run: what is in its place in results may be anything. */
  | { readonly kind: 'hidden' };

/** A name that results can be compared with. */
export type ShownName = Exclude<Name, { kind: 'hidden' }>;

/** The test of a link, as it is looked for. */
export interface Sought {
  readonly path: FilePath;
  readonly annotation: Annotation;
  /** What it may be called; none for an annotation that is on nothing. */
  readonly names: readonly ShownName[];
  /** What code that tests it may be called, which is elsewhere and in other groups. */
  readonly elsewhere: readonly ShownName[];
  /** Names of the groups and classes around it, innermost first. */
  readonly around: readonly Name[];
  /** True if anything may be between the groups around the test and its words. */
  readonly loose: boolean;
  /** True where a group is what is around the test in the source, and nothing else is. */
  readonly strict: boolean;
  /** True for the name of a function, behind which brackets can be nothing but data. */
  readonly isFunction: boolean;
  /** True for an annotation on a file, or on something in it that holds no tests. */
  readonly ofFile: boolean;
  /** Titles of other tests in its file, whose results are not of this one. */
  readonly besides: readonly string[];
  /** Names of classes and groups around it, its own too where it is one. */
  readonly classes: readonly string[];
}

/** Languages whose groups the source shows as results do. */
const STRICT = /\.(?:[cm]?[jt]sx?|vue|svelte|coffee|py)$/u;
/** Languages of which the titles of all tests are known. */
const CALLED = /^(?:[cm]?[jt]sx?|vue|svelte)$/u;
/**
 * What is around a test in the source and is not a class or group: results may show it or not. Titles of groups begin with such words as well, `package.json` or
 * `mod works`, so that each counts where its language has it, and as that language writes it.
 */
const NOT_SHOWN: readonly (readonly [path: RegExp, name: RegExp])[] = [
  [/\.rs$/u, /^(?:mod|impl|extern)\b/u],
  [/\.(?:p[lm]|t|ad[abs])$/u, /^package (?:body )?\S+$/u],
  [/./u, /^(?:namespace|extern) \S+$/u],
];

/** What holds tests in Rust and is not a class. */
const MODULE = /^mod /u;

/** What is looked for in results for a link. */
export function soughtOf(path: FilePath, annotation: Annotation): Sought {
  const { declaration } = annotation;
  const ending = extensionOf(path).toLowerCase();
  const isModule = declaration?.kind === 'other' && MODULE.test(declaration.name);
  const own = declaration ? spokenName(isModule ? { ...declaration, kind: 'class' } : declaration) : '';
  const titles = declaration ? [own, ...(declaration.titles ?? [])].map((title) => spoken(title, ending)) : [];
  // Namespaces are in the results of some tools and not of others.
  const around = (declaration?.within ?? []).filter((name) => isShown(name, path)).map((name) => groupName(spoken(name, ending), ending));
  return {
    path,
    annotation,
    names: titles.flatMap((title) => shownNames(title, ending)),
    elsewhere: ending === 'feature' ? titles.flatMap((title) => shownNames(pythonName(title), 'py')) : [],
    around: around.toReversed(),
    loose: around.at(-1)?.kind === 'hidden' || path.endsWith('.rs'),
    strict: STRICT.test(path),
    isFunction: declaration?.name.endsWith('()') === true,
    ofFile: declaration === undefined || (declaration.kind === 'other' && !isModule),
    besides: (declaration?.besides ?? []).map((title) => spoken(title, ending)),
    classes: [...around.flatMap((name) => (name.kind === 'fixed' ? [name.raw] : [])), ...(declaration?.kind === 'class' ? [own] : [])],
  };
}

/** A title as results have it: in JavaScript `\u00fcber` is `über`, and `\${n}` is not a place for data. */
function spoken(title: string, ending: string): string {
  return title.includes('\\') && CALLED.test(ending) ? unescaped(title.replaceAll('\\${', '$ {')) : title;
}

function isShown(name: string, path: FilePath): boolean {
  return !NOT_SHOWN.some(([files, form]) => files.test(path) && form.test(name));
}

/** As it is written, and as a template where it is one: `costs ${price}` may be the very title of a test. */
function shownNames(raw: string, ending: string): ShownName[] {
  const words = wordsOf(raw);
  const template = templateOf(raw, ending);
  // A title that is nothing but places may be anything; the groups and other tests of its file tell what it is not.
  const isTemplate = template !== undefined && (template.parts.length > 0 || CALLED.test(ending));
  return [
    ...(words === ' ' || (template && !placeholdersOf(ending)) ? [] : [{ kind: 'fixed' as const, raw, words }]),
    ...(isTemplate ? [{ kind: 'template' as const, raw, template }] : []),
  ];
}

/** The function that pytest-bdd makes of a scenario: `test_takes_units` of `Takes units`. */
function pythonName(title: string): string {
  return `test_${title.replace(/\W/gu, '_')}`.toLowerCase();
}

/** What a result shows of something around a test: the name of a class or the title of a group; a helper function is not in it. */
function groupName(name: string, ending: string): Name {
  const template = templateOf(name, ending);
  if (template) return template.parts.length > 0 ? { kind: 'template', raw: name, template } : { kind: 'hidden' };
  if (name.endsWith('()')) return /^test/iu.test(name) ? fixed(name.slice(0, -2)) : { kind: 'hidden' };
  const kind: Declaration['kind'] =
    /^(?:class|struct|interface|record|object|trait|type|enum|protocol|extension|actor|mixin|module) \S+$/u.test(name) ? 'class' : 'test';
  return fixed(spokenName({ name, kind }));
}

function fixed(raw: string): Name {
  const words = wordsOf(raw);
  return words === ' ' ? { kind: 'hidden' } : { kind: 'fixed', raw, words };
}
