import { CONFIGURATION_FILE } from '../model/configuration.ts';
import type { Configuration, DocumentRule } from '../model/configuration.ts';
import { DEFAULT_DOCUMENTS, DEFAULT_EXCLUDE, DEFAULT_TESTS, NO_DOCUMENTS } from '../model/defaultGlobs.ts';
import type { FileRole } from '../model/facts.ts';
import type { FilePath } from '../model/position.ts';
import { GlobSet } from './configuration/globSet.ts';

/** What a file is, and why. */
export interface Role {
  readonly role: FileRole;
  /** One sentence for `reqtrace explain`, no full stop at the end. */
  readonly why: string;
  /** Of a document: what else counts in it. */
  readonly rule?: DocumentRule;
}

/** Tells the role of every file by its path alone: `createRoles(configuration).of('src/cart.test.ts')` is a `test`. */
export interface Roles {
  /** What the file is; quick enough for every path of a large tree. */
  of(path: FilePath): FileRole;
  /** The same with its reason. */
  explain(path: FilePath): Role;
}

const PROSE = /\.(?:md|markdown|mdx|mdown|mkd)$/iu;

/**
 * Compiles the globs of a configuration once.
 *
 * In this order: reqtrace.yaml at the root, what is excluded, documents (the last rule that matches counts), other Markdown, tests, code.
 *
 * @param isCode says by the path whether comments of a file can be told from the rest.
 */
export function createRoles(configuration: Configuration, isCode: (path: FilePath) => boolean): Roles {
  const excluded = new GlobSet(configuration.exclude.map((glob) => [glob, 'exclude'] as const));
  const documents = new GlobSet(configuration.documents.map((rule) => [rule.glob, rule] as const));
  const noDocuments = new GlobSet(NO_DOCUMENTS.map((glob) => [glob, 'no document'] as const));
  const tests = new GlobSet(configuration.tests.map((glob) => [glob, 'test'] as const));
  const isDefaultDocument = new Set(DEFAULT_DOCUMENTS);

  function explain(path: FilePath): Role {
    if (path === CONFIGURATION_FILE) return { role: 'configuration', why: 'The configuration: reqtrace.yaml at the root of the workspace folder' };
    const exclude = excluded.last(path);
    if (exclude) return { role: 'other', why: `Never read: matches ${from(exclude.glob, DEFAULT_EXCLUDE, 'exclude')}` };
    const document = documents.last(path);
    const left = document && isDefaultDocument.has(document.glob) ? noDocuments.last(path) : undefined;
    if (document && !left) return { role: 'document', why: `Document: matches ${from(document.glob, DEFAULT_DOCUMENTS, 'documents')}`, rule: document.value };
    if (PROSE.test(path)) {
      const why = left ? `the default globs of documents leave out "${left.glob}"` : 'no glob of documents matches';
      return { role: 'prose', why: `Markdown, but no document: ${why}` };
    }
    if (!isCode(path)) return { role: 'other', why: 'Never read: comments of this type of file are not known' };
    const test = tests.last(path);
    if (test) return { role: 'test', why: `Test: matches ${from(test.glob, DEFAULT_TESTS, 'tests')}` };
    return { role: 'code', why: 'Code: no glob of tests matches' };
  }

  // One path is mostly asked about several times in a row: what is it, is it read, by which reader.
  let last: { readonly path: FilePath; readonly role: Role } | undefined;
  function recall(path: FilePath): Role {
    if (last?.path !== path) last = { path, role: explain(path) };
    return last.role;
  }
  return { of: (path) => recall(path).role, explain: recall };
}

function from(glob: string, defaults: readonly string[], key: string): string {
  return `"${glob}" of ${defaults.includes(glob) ? 'the default globs of ' : ''}${key}${defaults.includes(glob) ? '' : ` in ${CONFIGURATION_FILE}`}`;
}
