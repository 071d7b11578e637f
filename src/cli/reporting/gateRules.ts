import * as l10n from '@vscode/l10n';
import { relative, sep } from 'node:path';
import { readConfiguration } from '../../formats/configuration/readConfiguration.ts';
import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import type { Configuration } from '../../model/configuration.ts';
import type { Gate } from '../../model/gate.ts';
import { configurationRules } from '../../query/diff/rules/configurationRules.ts';
import type { RuleChange } from '../../query/diff/rules/ruleChange.ts';
import type { ReviewEnds } from '../../workspace/past/review/ends.ts';
import { resolveEnds } from '../../workspace/past/review/ends.ts';
import { textAt } from '../../workspace/past/textAt.ts';
import type { Project } from '../../workspace/project.ts';
import { gateNamed } from '../../model/gate.ts';

/** What the base says of the rules, read from git alone. */
export interface BaseRules {
  readonly ends: ReviewEnds;
  /** Its reqtrace.yaml; empty where it has none. */
  readonly text: string;
  /** Undefined where that has an error, so that nobody knows its rules. */
  readonly configuration: Configuration | undefined;
}

/**
 * Reads reqtrace.yaml of the commit that a branch started from: `readBaseRules('/repo', 'origin/main')`.
 *
 * @throws UserError where there is no such commit.
 */
export async function readBaseRules(root: string, base: string | undefined): Promise<BaseRules> {
  const ends = await resolveEnds(root, { kind: 'worktree', base: base === undefined ? { kind: 'default' } : { kind: 'ref', ref: base } });
  const text = (await textAt(root, ends.base.commit, CONFIGURATION_FILE)) ?? '';
  return { ends, text, configuration: readConfiguration(CONFIGURATION_FILE, text).configuration };
}

/** Whose rules a gate is judged by, and what has to be known of that. */
export interface ChosenRules {
  readonly gate: Gate | undefined;
  readonly rules: 'base' | 'head';
  readonly notes: readonly string[];
}

/** The gate as the base has it, unless it says there that a branch is judged by its own rules; as the branch has it where the base has none. */
export function chooseRules(name: string, project: Project, base: BaseRules | undefined): ChosenRules {
  const own = gateNamed(project.index.configuration.gates, name);
  if (!base) return { gate: own, rules: 'head', notes: [] };
  const from = base.ends.base.name;
  if (!base.configuration) {
    const note = l10n.t('{0} of {1} has errors, so nobody knows its rules: judged by those of this branch', CONFIGURATION_FILE, from);
    return { gate: own, rules: 'head', notes: [note] };
  }
  const before = gateNamed(base.configuration.gates, name);
  if (!before) {
    const note = l10n.t('gate {0} is new, {1} does not have it: judged by the rules of this branch', name, from);
    return { gate: own, rules: 'head', notes: own ? [note] : [] };
  }
  // Where the branch takes it away, it holds anyway.
  if (before.rules === 'head' && own) return { gate: own, rules: 'head', notes: [] };
  return { gate: before, rules: 'base', notes: [] };
}

/** What the branch changed in reqtrace.yaml, waivers aside. */
export async function changedConfiguration(project: Project, base: BaseRules | undefined): Promise<readonly RuleChange[]> {
  if (!base?.configuration) return [];
  return configurationRules(base.configuration, project.index.configuration, await project.text(CONFIGURATION_FILE));
}

/** True where the folder's reqtrace.yaml would be read as something else than the base's. */
export async function differs(project: Project, base: BaseRules): Promise<boolean> {
  const text = (await project.text(CONFIGURATION_FILE)) ?? '';
  return text.replace(/\r\n?/gu, '\n') !== base.text.replace(/\r\n?/gu, '\n');
}

/** The text of a file of the folder as the base has it; undefined for one that it does not have, or that lies elsewhere. */
export async function baseTextOf(root: string, base: BaseRules, file: string): Promise<string | undefined> {
  const path = relative(root, file).split(sep).join('/');
  return path === '' || path.startsWith('../') || path.includes(':') ? undefined : textAt(root, base.ends.base.commit, path);
}
