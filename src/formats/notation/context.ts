import type { Configuration } from '../../model/configuration.ts';
import type { IdGrammar } from '../ids/idGrammar.ts';

/** What every reader of a format needs beside path and text; built once for a configuration. */
export interface FormatContext {
  readonly configuration: Configuration;
  readonly ids: IdGrammar;
}
