import * as l10n from '@vscode/l10n';
import { CONFIGURATION_FILE } from '../../../model/configuration.ts';
import type { Configuration, MappingRule } from '../../../model/configuration.ts';
import type { Severity } from '../../../model/finding.ts';
import { DEFAULT_SEVERITIES, FINDING_CODES, SEVERITIES } from '../../../model/finding.ts';
import { gateRules } from './gateRules.ts';
import { keyLine } from './keyLine.ts';
import type { RuleChange, RuleName } from './ruleChange.ts';
import { listed } from '../../../text/words/listed.ts';

/** How a list of the configuration bears on what is asked for, when something is added to it. */
type Bearing = RuleChange['effect'];

/**
 * What two configurations say otherwise, rule by rule.
 *
 * @param text of the newer one, for the lines.
 */
export function configurationRules(base: Configuration, head: Configuration, text: string | undefined): RuleChange[] {
  if (base === head) return [];
  const told = tellerOf(text);
  const list = (
    rule: RuleName,
    key: string,
    [before, after]: readonly [readonly string[], readonly string[]],
    more: Bearing,
  ): RuleChange[] => {
    const added = after.filter((entry) => !before.includes(entry));
    const gone = before.filter((entry) => !after.includes(entry));
    return [
      ...(added.length ? [told(rule, key, more, l10n.t('"{0}" of {1} has {2} now', key, CONFIGURATION_FILE, quoted(added)))] : []),
      ...(gone.length
        ? [told(rule, key, opposite(more), l10n.t('"{0}" of {1} has {2} no longer', key, CONFIGURATION_FILE, quoted(gone)))]
        : []),
    ];
  };
  const value = (rule: RuleName, key: string, before: unknown, after: unknown, effect: Bearing = 'other'): RuleChange[] =>
    JSON.stringify(before) === JSON.stringify(after)
      ? []
      : [told(rule, key, effect, l10n.t('"{0}" of {1} was {2} and is {3} now', key, CONFIGURATION_FILE, shown(before), shown(after)))];
  return [
    ...gateRules(base.gates, head.gates).map(({ gate, effect, reason }) => ({
      ...told('gates', 'gates', effect, reason),
      line: keyLine(text, 'gates', gate),
    })),
    ...list('needs', 'needs', [base.needs, head.needs], 'more'),
    ...list('needs', 'needs', [needRules(base), needRules(head)], 'other'),
    ...value('needs', 'levels', base.levels, head.levels, head.levels === 'shallow' ? 'less' : 'more'),
    ...list('exclude', 'exclude', [base.exclude, head.exclude], 'less'),
    ...list('exclude', 'archive', [base.archive, head.archive], 'less'),
    ...list('documents', 'documents', [documents(base), documents(head)], 'more'),
    ...list('tests', 'tests', [base.tests, head.tests], 'other'),
    ...severityChanges(base, head).map(({ effect, reason }) => told('severity', 'severity', effect, reason)),
    ...list('labels', 'labels', [labels(base), labels(head)], 'more'),
    ...list('inherit', 'inherit', [base.inherit, head.inherit], 'less'),
    ...list('evidence', 'evidence', [evidence(base), evidence(head)], 'other'),
    ...list('evidence', 'tests.run', [testCommands(base), testCommands(head)], 'other'),
    ...list('reading', 'notations', [base.notations, head.notations], 'other'),
    ...list('reading', 'ids', [base.ids, head.ids], 'more'),
    ...list('reading', 'keys', [Object.keys(base.keys), Object.keys(head.keys)], 'less'),
    ...list('reading', 'criteria', [criteria(base), criteria(head)], 'more'),
    ...list('reading', 'annotations', [annotations(base), annotations(head)], 'other'),
    ...list('reading', 'reqif', [mappings(base.reqif), mappings(head.reqif)], 'other'),
    ...list('reading', 'sheets', [mappings(base.sheets), mappings(head.sheets)], 'other'),
    ...list('reading', 'kinds', [kinds(base), kinds(head)], 'other'),
    ...value('reading', 'implicit', base.implicit, head.implicit),
    ...value('reading', 'siteRoot', base.siteRoot, head.siteRoot),
    ...value('reading', 'site', sitesOf(base), sitesOf(head)),
  ];
}

/** Which generators make sites of which folders. */
function sitesOf({ sites = [] }: Configuration): string {
  return sites.map(({ generator, root }) => `${generator} ${root}`.trim()).join(', ');
}

/** True where both ask every item for the same. */
export function needsAlike(base: Configuration, head: Configuration): boolean {
  return JSON.stringify(asked(base)) === JSON.stringify(asked(head));
}

function asked({ needs, needRules: rules, kinds: records, levels }: Configuration): unknown {
  return [needs, rules, records, levels];
}

function opposite(effect: Bearing): Bearing {
  if (effect === 'other') return 'other';
  return effect === 'less' ? 'more' : 'less';
}

function severityChanges(base: Configuration, head: Configuration): Pick<RuleChange, 'effect' | 'reason'>[] {
  return FINDING_CODES.flatMap((code) => {
    const before = base.severity[code] ?? DEFAULT_SEVERITIES[code];
    const after = head.severity[code] ?? DEFAULT_SEVERITIES[code];
    const reason = l10n.t('findings of {0} were "{1}" and are "{2}" now', code, before, after);
    return before === after ? [] : [{ effect: rank(after) > rank(before) ? 'less' : 'more', reason }];
  });
}

/** Higher for what is milder. */
function rank(severity: Severity | 'off'): number {
  return severity === 'off' ? SEVERITIES.length : SEVERITIES.indexOf(severity);
}

function documents({ documents: rules }: Configuration): string[] {
  return rules.map(({ glob, steps, targets }) => [glob, steps && 'steps', targets && 'targets'].filter(Boolean).join(' '));
}

function needRules({ needRules: rules }: Configuration): string[] {
  return rules.map(({ prefix, when, kinds: needed }) =>
    [prefix, ...Object.entries(when ?? {}).map(([name, wanted]) => `${name}: ${wanted}`), `→ ${needed.join(' ')}`]
      .filter(Boolean)
      .join(' '),
  );
}

function labels({ labels: prefixes }: Configuration): string[] {
  return Object.entries(prefixes).map(([label, prefix]) => `${label}: ${prefix}`);
}

function evidence({ evidence: { results, coverage } }: Configuration): string[] {
  return [...results, ...coverage];
}

/** Says of a rule what changed, at the line of its key. */
function tellerOf(text: string | undefined) {
  return (rule: RuleName, key: string, effect: RuleChange['effect'], reason: string): RuleChange => ({
    rule,
    effect,
    path: CONFIGURATION_FILE,
    line: keyLine(text, ...linePath(key)),
    reason,
  });
}

function linePath(key: string): [key: string, below?: string] {
  const [first = '', below] = key.split('.');
  return below === undefined ? [first] : [first, below];
}

/** What runs the tests says what their results are. */
function testCommands({ testCommands: commands }: Configuration): string[] {
  return commands.map(({ files, command, folder, results }) =>
    [...files, '→', folder && `${folder}:`, ...command, results && `→ ${results}`].filter(Boolean).join(' '),
  );
}

function criteria({ criteria: { labels: words, labelsInRequirement, taskLabels } }: Configuration): string[] {
  return [...words, ...labelsInRequirement, ...taskLabels];
}

function annotations({ annotations: patterns }: Configuration): string[] {
  return patterns.map(({ pattern, kind }) => `${kind}: ${pattern}`);
}

function mappings(rules: readonly MappingRule[]): string[] {
  return rules.map((rule) => JSON.stringify(rule));
}

function kinds({ kinds: records }: Configuration): string[] {
  return records.map(({ name, is, tests, results }) => [name, is, ...tests, ...(results === false ? ['results: false'] : [])].join(' '));
}

/** More entries than this are only counted. */
const MOST_NAMED = 5;

function quoted(entries: readonly string[]): string {
  const named = entries.slice(0, MOST_NAMED).map((entry) => `"${entry}"`);
  const more = entries.length - named.length;
  return listed([...named, ...(more > 0 ? [l10n.t('{0} more', more)] : [])]);
}

function shown(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : JSON.stringify(value);
}
