import type { Part } from '../../../model/facts.ts';
import type { FilePath } from '../../../model/position.ts';
import type { NotationFiles } from '../../notation/notation.ts';

const DIGITS = (count: number): string => '[0-9]'.repeat(count);
/** `001-kettle`, and where features are numbered by time `20260319-143022-kettle` (`templates/commands/specify.md`, step 2). */
const FEATURE = `{${DIGITS(3)}-*,${DIGITS(8)}-${DIGITS(6)}-*}`;
/** The folder of features, at the root or of one package of many; `kitty-specs` is that of Spec Kitty, which grew out of spec-kit. */
const FEATURES = `**/{specs,kitty-specs}/${FEATURE}`;

/** The last one that fits counts: what is not named lies beside the plan, and refers as it does. */
const PARTS: readonly (readonly [glob: string, part: Part])[] = [
  ['**/*.md', 'design'],
  ['plan.md', 'plan'],
  ['tasks.md', 'tasks'],
  ['tasks/**/*.md', 'tasks'],
  ['checklists/**/*.md', 'checklist'],
  ['spec.md', 'spec'],
];

/** The files of feature folders, each with its part: `specs/001-kettle/tasks.md` is `tasks`. */
export const FILES: readonly NotationFiles[] = PARTS.map(([glob, part]) => ({
  glob: `${FEATURES}/${glob}`,
  carrier: 'markdown',
  part,
  namespace: featureOf,
}));

const IN_FEATURE = /^(?<feature>(?:.*\/)?(?:specs|kitty-specs)\/(?:\d{3}|\d{8}-\d{6})-[^/]+)\//u;

/** The feature folder that a file lies in: `apps/web/specs/001-kettle` for `apps/web/specs/001-kettle/checklists/ux.md`. */
function featureOf(path: FilePath): string {
  return IN_FEATURE.exec(path)?.groups?.['feature'] ?? path.replace(/\/?[^/]*$/u, '');
}

const PROJECT = /^(?<project>.*\/)?(?:specs|kitty-specs)\/[^/]+\//u;

/**
 * Paths as tasks write them, from the root: those of `apps/web/specs/001-kettle/tasks.md` count from `apps/web`, the project of that folder, unless
 * they begin there already.
 */
export function fromRoot(path: FilePath, named: readonly FilePath[]): readonly FilePath[] {
  const project = (PROJECT.exec(path)?.groups?.['project'] ?? '').replace(/\.specify\/$/u, '');
  return named.map((file) => (file.startsWith(project) ? file : `${project}${file}`));
}

/** Characters of a file in which it shows what it is. */
const LOOK = 4096;

/** A file of a feature that its path alone does not tell. */
export interface HeldFile {
  readonly part: Part;
  readonly namespace: string;
  /** How far it is from the work, where a feature has several specifications. */
  readonly distance: number;
}

/** By how their templates begin (spec-kit 1.0.2.dev0). */
const HEADS: readonly (readonly [name: RegExp, part: Part, head: RegExp])[] = [
  [/^spec\.md$/u, 'spec', /^#{1,2} +(?:Feature Spec(?:ification)?|User Scenarios)\b/mu],
  [/^plan\.md$/u, 'plan', /^# +Implementation Plan\b/mu],
  [/^tasks\.md$/u, 'tasks', /^# +Tasks\b|^- \[[ xX]\] \**T\d{3}\b/mu],
  [/^(?:research|data-model|quickstart)\.md$/u, 'design', /^# +(?:Research|Data Model|Quickstart)\b/mu],
  [/^checklists\/.*\.md$/u, 'checklist', /^# .*\bChecklist\b|\bCHK\d{3}\b/mu],
];
const IN_FOLDER = /^(?<feature>(?:.*\/)?(?:specs|kitty-specs)\/[^/]+)\/(?<name>[^/]+\.md|checklists\/[^/]+\.md)$/u;
const BESIDE_FOLDER = /^(?<feature>(?:.*\/)?(?:specs|kitty-specs)\/\d{3}-[^/]+)\.md$/u;

/**
 * What a file is that shows it by its first lines: one of a feature whose folder has no number, as the preset *lean* makes them (`specs/kettle/`), or a
 * specification beside its folder (`specs/001-kettle.md`), which a few projects keep as well.
 */
export function heldFile(path: FilePath, text: string): HeldFile | undefined {
  const { feature, name = 'spec.md' } = (IN_FOLDER.exec(path) ?? BESIDE_FOLDER.exec(path))?.groups ?? {};
  if (feature === undefined) return undefined;
  const start = text.slice(0, LOOK);
  const found = HEADS.find(([file, , head]) => file.test(name) && head.test(start));
  return found && { part: found[1], namespace: feature, distance: path.startsWith(`${feature}/`) ? 0 : 1 };
}
