import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import type { Configuration, DocumentRule } from '../../model/configuration.ts';
import { AGENT_FILES } from '../../model/usualFiles/agentFiles.ts';
import { DEFAULT_DOCUMENTS, DEFAULT_EXCLUDE, NO_DOCUMENTS } from '../../model/usualFiles/defaultGlobs.ts';
import { foreignGlob, isTestData } from '../foreign/foreignFiles.ts';
import { DEFAULT_TESTS } from '../configuration/defaults.ts';
import type { FileRole, Part } from '../../model/facts.ts';
import type { Carrier, Notation, NotationFiles } from '../notation/notation.ts';
import type { FilePath } from '../../model/position.ts';
import { GlobSet } from '../../text/patterns/globSet.ts';
import { say } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';

/** What a file is, and why. */
export interface Role {
  readonly role: FileRole;
  /** One sentence for `reqtrace explain`, no full stop at the end. */
  readonly why: Message;
  /** Of a document: what else counts in it. */
  readonly rule?: DocumentRule;
  /** The notation that reads it alone. */
  readonly owner?: Owner;
}

/** How a file belongs to a notation. */
export interface Owner {
  readonly notation: string;
  readonly part: Part;
  readonly carrier: Carrier;
  /** Where its ids are numbered; absent where that is the file's own key. */
  readonly namespace?: string;
  /** False for a part that neither defines nor refers. */
  readonly says: boolean;
  readonly glob: string;
}

const SILENT: ReadonlySet<Part> = new Set(['archive', 'prompt', 'template']);

/** Tells the role of every file by its path alone: `createRoles(configuration).of('src/cart.test.ts')` is a `test`. */
export interface Roles {
  /** What the file is; quick enough for every path of a large tree. */
  of(path: FilePath): FileRole;
  /** Of a document: what else counts in it. */
  rule(path: FilePath): DocumentRule | undefined;
  /** The notation that reads the file alone, if any does. */
  owner(path: FilePath): Owner | undefined;
  /** True for a file that no glob takes and that is looked into: it may hold requirements of a format that no notation reads, or be a notation's. */
  isForeign(path: FilePath): boolean;
  /** The notation that may take a file which is looked into, as its text tells. */
  mayBe(path: FilePath): string | undefined;
  /** The same with its reason. */
  explain(path: FilePath): Role;
}

const PROSE = /\.(?:md|markdown|mdx|mdown|mkd)$/iu;

/**
 * Compiles the globs of a configuration once.
 *
 * In this order: reqtrace.yaml at the root, what is excluded, what is written for agents (unless a glob of the project's own takes it), files of a
 * notation, documents (the last rule that matches counts), other Markdown, what may be requirements in a format that is not read, tests, code.
 *
 * @param isCode says by the path whether comments of a file can be told from the rest.
 */
export function createRoles(
  configuration: Configuration,
  isCode: (path: FilePath) => boolean,
  notations: readonly Pick<Notation, 'name' | 'files' | 'filesOf' | 'mayHold'>[] = [],
): Roles {
  const excluded = new GlobSet(configuration.exclude.map((glob) => [glob, 'exclude'] as const));
  const documents = new GlobSet(configuration.documents.map((rule) => [rule.glob, rule] as const));
  const noDocuments = new GlobSet(NO_DOCUMENTS.map((glob) => [glob, 'no document'] as const));
  const agents = new GlobSet(AGENT_FILES.map((glob) => [glob, 'agents'] as const));
  // A test of a declared kind is one wherever it lies.
  const testGlobs = [...configuration.tests, ...configuration.kinds.flatMap((kind) => kind.tests)];
  const tests = new GlobSet(testGlobs.map((glob) => [glob, 'test'] as const));
  const owned = new OwnedFiles(ownedFiles(notations, configuration));
  const held = new GlobSet(
    notations.flatMap(({ name, mayHold = [] }) => mayHold.map(({ glob, only }) => [glob, { notation: name, only }] as const)),
  );
  const isDefaultDocument = new Set(DEFAULT_DOCUMENTS);

  function decide(path: FilePath): Decision {
    if (path === CONFIGURATION_FILE) return { role: 'configuration' };
    const exclude = excluded.last(path);
    if (exclude) return { role: 'other', exclude: exclude.glob };
    const document = documents.last(path);
    const isDefault = document === undefined || isDefaultDocument.has(document.glob);
    const agent = isDefault ? agents.last(path) : undefined;
    if (agent) return { role: 'other', agent: agent.glob };
    const own = owned.last(path);
    if (own) {
      const owner = ownerOf(path, own.notation, own.file);
      return { role: owner.says ? 'document' : 'other', owner };
    }
    const left = document && isDefault ? noDocuments.last(path) : undefined;
    if (document && !left) return { role: 'document', document: document.glob, rule: document.value };
    if (PROSE.test(path)) return { role: 'prose', ...(left && { left: left.glob }) };
    const mayBe = held.last(path);
    if (mayBe && (mayBe.value.only?.test(path) ?? true) && !noDocuments.last(path) && !isTestData(path))
      return { role: 'document', foreign: mayBe.glob, mayBe: mayBe.value.notation };
    const foreign = foreignGlob(path);
    if (foreign !== undefined && !noDocuments.last(path)) return { role: 'document', foreign };
    if (!isCode(path)) return { role: 'other' };
    const test = tests.last(path);
    return test ? { role: 'test', test: test.glob } : { role: 'code' };
  }

  // One path is mostly asked about several times in a row: what is it, is it read, by which reader.
  let last: { readonly path: FilePath; readonly decision: Decision } | undefined;
  function recall(path: FilePath): Decision {
    if (last?.path !== path) last = { path, decision: decide(path) };
    return last.decision;
  }
  return {
    of: (path) => recall(path).role,
    rule: (path) => recall(path).rule,
    owner: (path) => recall(path).owner,
    isForeign: (path) => recall(path).foreign !== undefined,
    mayBe: (path) => recall(path).mayBe,
    explain: (path) => {
      const decision = recall(path);
      const { role, rule, owner } = decision;
      return { role, why: whyOf(decision), ...(rule && { rule }), ...(owner && { owner }) };
    },
  };
}

/** A glob of a notation. */
interface Owned {
  readonly notation: string;
  readonly file: NotationFiles;
}

/** What the project's own configuration names comes last, since it counts more than what files are usually called. */
function ownedFiles(notations: readonly Pick<Notation, 'name' | 'files' | 'filesOf'>[], configuration: Configuration): readonly Owned[] {
  return [
    ...notations.flatMap(({ name, files }) => ownedBy(name, files)),
    ...notations.flatMap(({ name, filesOf }) => ownedBy(name, filesOf?.(configuration) ?? [])),
  ];
}

function ownedBy(notation: string, files: readonly NotationFiles[]): readonly Owned[] {
  return files.map((file) => ({ notation, file }));
}

/** The files that notations read alone. Of several globs that fit, the last counts that may have a file of that path. */
class OwnedFiles {
  readonly #all: readonly Owned[];
  /** Those before one of them, or all; made when somebody asks. */
  readonly #before = new Map<Owned | undefined, GlobSet<Owned>>();

  constructor(all: readonly Owned[]) {
    this.#all = all;
  }

  last(path: FilePath): Owned | undefined {
    let found = this.#setBefore(undefined).last(path)?.value;
    while (found?.file.only?.test(path) === false) found = this.#setBefore(found).last(path)?.value;
    return found;
  }

  #setBefore(owned: Owned | undefined): GlobSet<Owned> {
    let set = this.#before.get(owned);
    if (!set) {
      const some = owned ? this.#all.slice(0, this.#all.indexOf(owned)) : this.#all;
      set = new GlobSet(some.map((one) => [one.file.glob, one] as const));
      this.#before.set(owned, set);
    }
    return set;
  }
}

/** A role and the glob that it comes from. */
interface Decision {
  readonly role: FileRole;
  readonly rule?: DocumentRule;
  readonly owner?: Owner;
  readonly exclude?: string;
  readonly agent?: string;
  readonly document?: string;
  readonly left?: string;
  readonly test?: string;
  /** The glob of a format that no notation reads, or by which a notation may hold the file. */
  readonly foreign?: string;
  /** The notation that may hold it. */
  readonly mayBe?: string;
}

function namespaceOf(path: FilePath, namespace: NonNullable<NotationFiles['namespace']>): string {
  if (namespace === 'folder') return path.replace(/\/?[^/]*$/u, '');
  return namespace === 'file' ? path.replace(/\.[^./]+$/u, '') : namespace(path);
}

function ownerOf(path: FilePath, notation: string, { glob, part, carrier, namespace }: NotationFiles): Owner {
  const named = namespace === undefined ? undefined : namespaceOf(path, namespace);
  return { notation, part, carrier, says: !SILENT.has(part), glob, ...(named !== undefined && { namespace: named }) };
}

function whyOf({ role, owner, exclude, agent, document = '', left, test = '', foreign, mayBe }: Decision): Message {
  if (owner) {
    const { notation, glob, part, says } = owner;
    return says
      ? say('Document: the notation {0} reads "{1}" as {2}', notation, glob, part)
      : say('Says nothing: the notation {0} reads "{1}" as {2}', notation, glob, part);
  }
  if (foreign !== undefined && mayBe !== undefined) return say('Looked into: "{0}" may be a document of the notation {1}', foreign, mayBe);
  if (foreign !== undefined) return say('Looked into: "{0}" may hold requirements in a format that is not read', foreign);
  switch (role) {
    case 'configuration':
      return say('The configuration: reqtrace.yaml at the root of the workspace folder');
    case 'other':
      if (exclude !== undefined) return say('Never read: matches {0}', from(exclude, DEFAULT_EXCLUDE, 'exclude'));
      if (agent !== undefined) return say('Says nothing: matches "{0}", files for coding agents', agent);
      return say('Never read: comments of this type of file are not known');
    case 'document':
      return say('Document: matches {0}', from(document, DEFAULT_DOCUMENTS, 'documents'));
    case 'prose':
      return left === undefined
        ? say('Markdown, but not a document: no glob of "documents" matches')
        : say('Markdown, but not a document: the default globs of "documents" leave out "{0}"', left);
    case 'test':
      return say('Test: matches {0}', from(test, DEFAULT_TESTS, 'tests'));
    case 'code':
      return say('Code: no glob of "tests" matches');
  }
}

function from(glob: string, defaults: readonly string[], key: string): Message {
  return defaults.includes(glob) ? say('"{0}" of the default globs of {1}', glob, key) : say('"{0}" of {1} in reqtrace.yaml', glob, key);
}
