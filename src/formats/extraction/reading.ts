import type { Configuration } from '../../model/configuration.ts';
import type { Extractor } from './extract.ts';
import { createExtractor } from './extract.ts';
import type { Notation } from '../notation/notation.ts';
import type { IdGrammar } from '../ids/idGrammar.ts';
import { NOTATIONS } from '../notations/registry.ts';

/** How the texts of one workspace folder are read; made once for each configuration, and handed to whoever reads or writes references. */
export interface Reading {
  readonly extractor: Extractor;
  /** What an id looks like: the common grammar and the project's own patterns. */
  readonly ids: IdGrammar;
}

/**
 * Compiles a configuration: `createReading(DEFAULT_CONFIGURATION).ids.isId('IP-1.1.1')` is true.
 *
 * @param known the notations that the configuration can choose from.
 */
export function createReading(configuration: Configuration, known: readonly Notation[] = NOTATIONS): Reading {
  const extractor = createExtractor(configuration, known);
  return { extractor, ids: extractor.ids };
}
