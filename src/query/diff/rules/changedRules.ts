import { CONFIGURATION_FILE } from '../../../model/configuration.ts';
import type { Comparison } from '../comparison.ts';
import type { Correspondence } from '../items/correspondence.ts';
import type { Entry } from '../difference.ts';
import { configurationRules } from './configurationRules.ts';
import { newDebt, newIgnores, newResults, newWaivers } from './fileRules.ts';
import { documentNeeds } from './needRules.ts';
import type { RuleChange } from './ruleChange.ts';
import { byEffect } from './ruleChange.ts';

/**
 * What a branch changed of the rules by which it is judged: reqtrace.yaml, needs that documents ask for, marks that switch reading off, waivers, files of
 * known debt, results of tests that it brings along. What asks for less comes first.
 *
 * @param waived entries of the list of that name, which tell of waivers that count already.
 */
export function changedRules(comparison: Comparison, same: Correspondence, waived: readonly Entry[]): readonly RuleChange[] {
  const { base, head, headText } = comparison;
  return byEffect([
    ...configurationRules(base.configuration, head.configuration, headText(CONFIGURATION_FILE)),
    ...documentNeeds(comparison, same),
    ...newIgnores(comparison),
    ...newWaivers(comparison, new Set(waived.map(({ item }) => item.key))),
    ...newDebt(comparison),
    ...newResults(comparison),
  ]);
}
