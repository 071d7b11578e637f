import type { Configuration, DocumentRule } from '../model/configuration.ts';
import { emptyFacts } from '../model/facts.ts';
import type { Explain, FileFacts, FileRole, PlaceFacts } from '../model/facts.ts';
import type { IdGrammar } from './notations/house/ids.ts';
import { createIdGrammar } from './notations/house/ids.ts';
import { say } from '../model/message.ts';
import type { Message } from '../model/message.ts';
import type { FilePath, Position } from '../model/position.ts';
import { FILE_START } from '../model/position.ts';
import { createGlance } from './glance.ts';
import type { TakeGlance } from './glance.ts';
import { isMinified, minifiedReason } from './minified.ts';
import { messageOf } from '../text/errors.ts';
import { languages } from './languages/registry.ts';
import { readCode, readCodeAt } from './notations/house/annotations/readCode.ts';
import { invalidWaivers } from './notations/house/annotations/reading.ts';
import { readConfiguration } from './configuration/readConfiguration.ts';
import type { FormatContext } from './context.ts';
import { readDocument, readProse } from './notations/house/document/readDocument.ts';
import type { DocumentContext } from './notations/house/document/readDocument.ts';
import { readDocumentAt } from './notations/house/document/readDocumentAt.ts';
import { skippedFacts } from './skippedFacts.ts';
import { createRoles } from './roles.ts';
import type { Role } from './roles.ts';

/** Reads files into facts under one configuration. */
export interface Extractor {
  readonly configuration: Configuration;
  /** The ids that it looks for. */
  readonly ids: IdGrammar;
  /** What a file is, by its path alone. */
  roleOf(path: FilePath): FileRole;
  /** Why `roleOf` says so, one sentence for `reqtrace explain`. */
  whyRole(path: FilePath): string;
  /**
   * Why nothing in this text is read: `minified`. Undefined for nearly every text, and for a text in UTF-8 wherever it is for its bytes, read
   * as Latin-1.
   */
  whySkipped(path: FilePath, text: string): Message | undefined;
  /** What may be said of a file of code before it is decoded, so that most need not be. */
  readonly maySay: TakeGlance;
  /**
   * Facts of one file: a pure function of path, text and configuration that never throws.
   *
   * @param explain collects a note for every line that says something; costs time, so only `reqtrace explain` gives it.
   */
  extract(path: FilePath, text: string, explain?: Explain): FileFacts;
  /**
   * What of it stands at a place, quick enough to be asked at each key. There may be more than that, but what contains the
   * place is all there and the same.
   */
  extractAt(path: FilePath, text: string, position: Position): PlaceFacts;
}

/**
 * Compiles a configuration once for any number of files:
 * `createExtractor(DEFAULT_CONFIGURATION).extract('cart.ts', '// @implements IP-1.1.1').annotations` has one annotation.
 */
export function createExtractor(configuration: Configuration): Extractor {
  const context: FormatContext = { configuration, ids: createIdGrammar(configuration.ids) };
  // The project's own notations may stand in any text, so no language is asked for then.
  const isCode = (path: FilePath): boolean => configuration.annotations.length > 0 || languages.has(path);
  const roles = createRoles(configuration, isCode);
  // The project's own notations may stand in any text whatever its lines are like.
  const judges = configuration.annotations.length === 0;
  const whySkipped: Extractor['whySkipped'] = (path, text) =>
    judges && isMinified(text) ? minifiedReason(roles.of(path), text) : undefined;
  const extract: Extractor['extract'] = (path, text, explain) => {
    const role = { role: roles.of(path), rule: roles.rule(path) };
    try {
      const reason = whySkipped(path, text);
      if (reason) return skippedFacts(path, role.role, reason);
      return read(path, text, role, context, explain);
    } catch (error) {
      const message = say('ReqTrace could not read this file, which is a fault of ReqTrace: {0}; please report it', messageOf(error));
      return { ...emptyFacts(path, role.role), problems: [{ code: 'skipped-file', range: FILE_START, message }] };
    }
  };
  return {
    configuration,
    ids: context.ids,
    roleOf: roles.of,
    whyRole: (path) => roles.explain(path).why,
    whySkipped,
    maySay: createGlance(configuration),
    extract,
    extractAt(path, text, position) {
      try {
        if (whySkipped(path, text)) return NOTHING;
        return readAt(path, text, position, { role: roles.of(path), rule: roles.rule(path) }, context);
      } catch {
        return NOTHING;
      }
    },
  };
}

const NOTHING: PlaceFacts = { references: [], invalidWaivers: [] };

/** What decides how a file is read. */
type Reader = Pick<Role, 'role'> & { readonly rule: DocumentRule | undefined };

function readAt(path: FilePath, text: string, position: Position, { role, rule }: Reader, context: FormatContext): PlaceFacts {
  switch (role) {
    case 'document':
      return readDocumentAt(path, text, documentContext(rule, context), position);
    case 'test':
    case 'code':
      return readCodeAt(path, text, role, context, position);
    case 'configuration': {
      const { waivers, problems } = readConfiguration(path, text).facts;
      return { references: waivers.map(({ reference }) => reference), invalidWaivers: invalidWaivers(problems) };
    }
    case 'prose':
    case 'other':
      return NOTHING;
  }
}

function documentContext(rule: DocumentRule | undefined, context: FormatContext): DocumentContext {
  return { ...context, steps: rule?.steps ?? false, targets: rule?.targets ?? false };
}

function read(path: FilePath, text: string, { role, rule }: Reader, context: FormatContext, explain?: Explain): FileFacts {
  switch (role) {
    case 'document':
      return readDocument(path, text, documentContext(rule, context), explain);
    case 'prose':
      return readProse(path, text, context, explain);
    case 'test':
    case 'code':
      return readCode(path, text, role, context, explain);
    case 'configuration':
      return readConfiguration(path, text).facts;
    case 'other':
      return emptyFacts(path, role);
  }
}
