import type { MappingRule } from '../../model/configuration.ts';
import type { FilePath } from '../../model/position.ts';
import { GlobSet } from '../../text/patterns/globSet.ts';

/** The rule of the configuration that a file is read by, the first whose glob fits: `mappingFor(configuration.reqif, 'customer/a.reqif')`. */
export function mappingFor<Rule extends MappingRule>(rules: readonly Rule[], path: FilePath): Rule | undefined {
  return rules.find(({ files }) => new GlobSet([[files, true]]).last(path) !== undefined);
}
