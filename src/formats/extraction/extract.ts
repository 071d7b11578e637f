import type { Configuration } from '../../model/configuration.ts';
import { emptyFacts, problemFacts } from '../../model/facts.ts';
import type { Explain, FileFacts, FileRole, PlaceFacts } from '../../model/facts.ts';
import { say } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';
import type { FilePath, Position } from '../../model/position.ts';
import { messageOf } from '../../text/errors.ts';
import { readConfiguration } from '../configuration/readConfiguration.ts';
import type { FormatContext } from '../notation/context.ts';
import { languages } from '../languages/registry.ts';
import { foreignReason } from '../foreign/foreignFiles.ts';
import { createGlance } from '../glance/glance.ts';
import type { TakeGlance } from '../glance/glance.ts';
import { factsInFile, notesInFile } from '../carriers/factsInFile.ts';
import type { NotebookCode } from '../carriers/notebook/notebookCode.ts';
import { isNotebook, notebookCode } from '../carriers/notebook/notebookCode.ts';
import { isMinified, minifiedReason } from '../glance/minified.ts';
import type { Notation } from '../notation/notation.ts';
import { createIdGrammar } from '../ids/idGrammar.ts';
import type { IdGrammar } from '../ids/idGrammar.ts';
import { chosen, NOTATIONS } from '../notations/registry.ts';
import { readingLimits } from './readingLimits.ts';
import { createRoles } from './roles.ts';
import type { Roles } from './roles.ts';
import { skippedFacts } from './skippedFacts.ts';
import { invalidWaivers } from '../references/invalidWaivers.ts';
import { codeReader } from './codeReader.ts';
import { documentReader, takersOf, proseReader } from './documentReader.ts';
import { NOTHING } from './roleReader.ts';
import type { RoleReader } from './roleReader.ts';

/** Reads files into facts under one configuration. */
export interface Extractor {
  readonly configuration: Configuration;
  /** The notations that it reads. */
  readonly notations: readonly Notation[];
  /** The ids that it looks for. */
  readonly ids: IdGrammar;
  /** What a file is, by its path alone. */
  roleOf(path: FilePath): FileRole;
  /** True for a file that is only looked into for requirements of a format that no notation reads. */
  isForeign(path: FilePath): boolean;
  /** Why `roleOf` says so, one sentence for `reqtrace explain`. */
  whyRole(path: FilePath): Message;
  /**
   * Why nothing in this text is read: `minified`, requirements in a format that no notation reads. Undefined for nearly every text, and for a text in UTF-8 wherever it is for its bytes, read
   * as Latin-1.
   *
   * @param role what the file is, for whoever knows.
   */
  whySkipped(path: FilePath, text: string, role?: FileRole): Message | undefined;
  /** What may be said of a file of code before it is decoded, so that most need not be. */
  readonly maySay: TakeGlance;
  /**
   * Facts of one file: a pure function of path, text and configuration that never throws.
   *
   * @param explain collects a note for every line that says something; costs time, so only `reqtrace explain` gives it.
   * @param role what the file is, for whoever knows.
   */
  extract(path: FilePath, text: string, explain?: Explain, role?: FileRole): FileFacts;
  /**
   * What of it is at a place, quick enough to be asked at each key. There may be more than that, but what contains the
   * place is all there and the same.
   */
  extractAt(path: FilePath, text: string, position: Position): PlaceFacts;
}

/**
 * Compiles a configuration once for any number of files:
 * `createExtractor(DEFAULT_CONFIGURATION).extract('cart.ts', '// @implements IP-1.1.1').annotations` has one annotation.
 *
 * @param known the notations that the configuration can choose from.
 */
export function createExtractor(configuration: Configuration, known: readonly Notation[] = NOTATIONS): Extractor {
  const context: FormatContext = { configuration, ids: createIdGrammar(configuration.ids) };
  const notations = chosen(known, configuration.notations);
  // The project's own notations may be in any text, so no language is asked for then.
  const isCode = (path: FilePath): boolean => configuration.annotations.length > 0 || languages.has(path);
  const roles = createRoles(configuration, isCode, notations);
  const files = readersByRole(
    notations,
    context,
    roles,
    known.map(({ name }) => name),
  );
  // The project's own notations may be in any text whatever its lines are like.
  const judges = configuration.annotations.length === 0;
  const whySkipped: Extractor['whySkipped'] = (path, text, role = roles.of(path)) => {
    if (role === 'document' && roles.isForeign(path))
      return takersOf(notations, path, text, roles).length > 0 ? undefined : foreignReason(path, text);
    // Of a notebook it is the pictures in its outputs that have long lines.
    return judges && !isNotebook(path) && isMinified(text) ? minifiedReason(role, text, notations) : undefined;
  };
  return {
    configuration,
    notations,
    ids: context.ids,
    roleOf: roles.of,
    isForeign: roles.isForeign,
    whyRole: (path) => roles.explain(path).why,
    whySkipped,
    maySay: createGlance(configuration, notations),
    extract(path, text, explain, role = roles.of(path)) {
      try {
        const reason = whySkipped(path, text, role);
        const code = LIMITED.has(role) && isNotebook(path) ? codeOfNotebook(path, text, role, notations) : { text };
        if ('facts' in code) return code.facts;
        const lines = 'lines' in code ? code.lines : undefined;
        const noted = lines && explain ? notesInFile(explain, lines) : explain;
        const read = reason ? skippedFacts(path, role, reason) : files[role].read(path, code.text, noted);
        const limits = LIMITED.has(role) ? readingLimits(code.text, role, () => files[role].marks?.(path, code.text) ?? []) : undefined;
        const facts = limits ? { ...read, limits } : read;
        return lines ? factsInFile(facts, lines) : facts;
      } catch (error) {
        const message = say('ReqTrace could not read this file, which is a fault of ReqTrace: {0}; please report it', messageOf(error));
        return problemFacts(path, role, { code: 'skipped-file', message, ...(role === 'document' && { unread: true }) });
      }
    },
    extractAt(path, text, position) {
      try {
        const role = roles.of(path);
        const code = LIMITED.has(role) && isNotebook(path) ? codeOfNotebook(path, text, role, notations) : { text };
        if ('facts' in code || whySkipped(path, text)) return NOTHING;
        const lines = 'lines' in code ? code.lines : undefined;
        const found = files[role].readAt(path, code.text, lines ? lines.fromFile(position) : position);
        return lines ? factsInFile(found, lines) : found;
      } catch {
        return NOTHING;
      }
    },
  };
}

/** The code of a notebook at its places; the facts of one that is not read, which somebody misses only where it holds annotations. */
function codeOfNotebook(
  path: FilePath,
  text: string,
  role: FileRole,
  notations: readonly Notation[],
): Extract<NotebookCode, { kind: 'code' }> | { readonly facts: FileFacts } {
  const code = notebookCode(text);
  if (code.kind === 'code') return code;
  if (!notations.some(({ claims }) => claims?.(text) ?? false)) return { facts: emptyFacts(path, role) };
  const message =
    code.kind === 'language'
      ? say('This notebook was not read: only those in Python are, and it is in {0}', code.language)
      : say("This notebook was not read: it is not JSON in version 4 of Jupyter's format, or it has more than 4 million characters");
  return { facts: problemFacts(path, role, { code: 'skipped-file', message }) };
}

/** Roles of files that define or claim something, so that it matters where they are read in part only. */
const LIMITED: ReadonlySet<FileRole> = new Set<FileRole>(['document', 'code', 'test']);

function readersByRole(
  notations: readonly Notation[],
  context: FormatContext,
  roles: Roles,
  names: readonly string[],
): Readonly<Record<FileRole, RoleReader>> {
  return {
    document: documentReader(notations, context, roles),
    prose: proseReader(notations, context),
    test: codeReader(notations, context, 'test'),
    code: codeReader(notations, context, 'code'),
    configuration: {
      read: (path, text) => readConfiguration(path, text, names).facts,
      readAt(path, text) {
        const { waivers, problems } = readConfiguration(path, text, names).facts;
        return {
          references: waivers.map(({ reference }) => reference),
          invalidWaivers: invalidWaivers(problems),
        };
      },
    },
    other: { read: (path) => emptyFacts(path, 'other'), readAt: () => NOTHING },
  };
}
