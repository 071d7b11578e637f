import type { Configuration } from '../model/configuration.ts';
import type { Extractor } from './extract.ts';
import { createExtractor } from './extract.ts';
import type { IdGrammar } from './notations/house/ids.ts';

/** How the texts of one workspace folder are read; made once for each configuration, and handed to whoever reads or writes references. */
export interface Reading {
  readonly extractor: Extractor;
  /** What an id looks like: the common grammar and the project's own patterns. */
  readonly ids: IdGrammar;
}

/** Compiles a configuration: `createReading(DEFAULT_CONFIGURATION).ids.isId('IP-1.1.1')` is true. */
export function createReading(configuration: Configuration): Reading {
  const extractor = createExtractor(configuration);
  return { extractor, ids: extractor.ids };
}
