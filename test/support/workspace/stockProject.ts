import assert from 'node:assert/strict';
import type { Item } from '../../../src/model/item.ts';
import type { Status } from '../../../src/model/status.ts';
import type { Project, ProjectOptions } from '../../../src/workspace/project.ts';
import type { Folder } from './folder.ts';
import { openEditable } from './editors.ts';

/** A document of one requirement with two criteria. */
export const STOCK = '# Requirement 1: Stock\n\n**Acceptance Criteria**:\n\n- Never below zero\n- Counted nightly\n';

/** Code of that requirement. */
export const CODE = '// @implements REQ-1\nexport function reserve() {}\n';

/** A test of its first criterion. */
export const TEST = '// @verifies REQ-1/AC1\nit("x", () => {});\n';

/** Opens a folder as an editor does, always on the same day. */
export const open = (folder: Folder, options: ProjectOptions = {}): Promise<Project> =>
  openEditable(folder.path, { today: '2026-11-21', ...options });

/** Status by the last part of each key: `{ 'REQ-1/AC1': 'met' }`. */
export function statuses(project: Project): Record<string, Status> {
  const entries = [...project.index.requirements()].flatMap((item): readonly Item[] => (item.criteria.length ? item.criteria : [item]));
  return Object.fromEntries(entries.map((item) => [item.id, project.index.coverage(item.key).status]));
}

/** Findings but for unmet criteria, as `path:line code`. */
export function findings(project: Project): string[] {
  return project.index
    .allFindings()
    .filter(({ code }) => code !== 'unmet-criterion')
    .map(({ path, range, code }) => `${path}:${range.start.line + 1} ${code}`);
}

/** All that can be seen of an index, to compare one that followed changes with a new one. */
export function picture(project: Project): unknown {
  const { index } = project;
  return {
    statuses: [...index.requirements()].map(({ key }) => [key, index.coverage(key)]),
    findings: index.allFindings(),
    skipped: project.skipped,
    valid: project.configurationValid,
  };
}

/** Holds a project that followed changes against one that is opened now. */
export async function assertAsNew(folder: Folder, project: Project, options: ProjectOptions = {}): Promise<void> {
  assert.deepEqual(picture(project), picture(await open(folder, options)));
}
