import type { Part } from '../../../model/facts.ts';
import type { FilePath } from '../../../model/position.ts';

/**
 * What a file of BMAD is: the product requirements, the epics with all stories (each whole or cut into shards), one story, the specification of one
 * piece of work, a canonical SPEC.md, or one of the papers around them.
 */
export type Kind = 'prd' | 'prd shard' | 'epics' | 'epics shard' | 'story' | 'work' | 'capabilities' | 'papers';

const OUTPUT = '_bmad-output';

/** Folders that the makers' workflows lay out, which number nothing of their own. */
const STANDARD =
  /^(?:_bmad-output|planning(?:-artifacts)?|implementation(?:-artifacts)?|sprint-artifacts|test-artifacts|stories|epics?|epic-?\d+[\w.-]*|prds?|specs?|done|completed|backlog|active|drafts?)$/iu;

/** Papers about a document, which carry its name. */
const ABOUT =
  /retro|review|validation|readiness|report|checklist|addendum|distill|summary|context|template|change|proposal|handoff|test|burndown/iu;

/** `1-2-boil` of version 6, where an epic may have a part, `12.5-1-boil`; `1.2.boil` and `1.2.3.boil` of version 4. */
const STORY_FILE = /^(?:story-|us-)?(?:(?<epic>\d+(?:\.\d+)?)-(?<story>\d+[a-z]?)|(?<old>\d+)\.(?<older>\d+(?:\.\d+)*[a-z]?))(?=[.-]|$)/iu;

/** `1.2` for `1-2-boil.md`, `1.2.boil.story.md` and `spec-1-2-boil.md`; undefined for a file that is named after no story. */
export function storyNumberOf(path: FilePath): string | undefined {
  const name = stemOf(path).replace(/^(?:tech-)?spec-/u, '');
  const groups = STORY_FILE.exec(name)?.groups;
  const epic = groups?.['epic'] ?? groups?.['old'];
  const story = groups?.['story'] ?? groups?.['older'];
  return epic === undefined || story === undefined || /^\d{3,}$/u.test(epic) ? undefined : `${epic}.${story}`;
}

/** What a file is by its path alone: `_bmad-output/planning-artifacts/epics.md` is `epics`. */
export function kindOf(path: FilePath): Kind {
  const folders = path.split('/').slice(0, -1);
  const name = stemOf(path);
  const folder = folders.at(-1) ?? '';
  if (name === 'SPEC') return 'capabilities';
  if (/^(?:tech-)?spec-/u.test(name)) return 'work';
  if (storyNumberOf(path) !== undefined || /^story-/iu.test(name)) return 'story';
  if (/^prd$/iu.test(name)) return 'prd';
  if (/^epics?$/iu.test(name)) return 'epics';
  if (/^prd$/iu.test(folder)) return 'prd shard';
  if (ABOUT.test(name)) return 'papers';
  if (/^prd[-_.]|[-_]prd$/iu.test(name)) return 'prd';
  if (/^epics[-_.]|[-_]epics$/iu.test(name)) return 'epics';
  if (/^epics?$/iu.test(folder) || /^epic-?\d/iu.test(name)) return 'epics shard';
  return 'papers';
}

/** The part of a file in its namespace: what is worked from defines, the papers around it plan or design. */
export function partOf(path: FilePath): Part {
  if (kindOf(path) !== 'papers') return 'spec';
  const name = stemOf(path);
  if (/readiness|checklist|validation|review/iu.test(name)) return 'checklist';
  return /architecture|ux|design|wireframe/iu.test(name) ? 'design' : 'plan';
}

/** True for what somebody has put aside: `prd/epic-3-ARCHIVED.md`. */
export function isArchived(path: FilePath): boolean {
  return /(?:^|[/._-])(?:archived?|backup|deprecated|superseded|obsolete)(?=[/._-]|$)/iu.test(path);
}

/**
 * Where the ids of a file are numbered: `_bmad-output`, unless it lies in a folder of its own there, as one run of the requirements does:
 * `_bmad-output/planning-artifacts/prds/prd-kettle-2026-05-01`. Outside it is the folder that holds `prd.md` or `stories/`. One of several requirement
 * documents side by side, `prd-phase-2.md`, numbers its own.
 */
export function namespaceOf(path: FilePath): string {
  const folders = path.split('/').slice(0, -1);
  const name = stemOf(path);
  if (kindOf(path) === 'capabilities' && folders.length > 0) return folders.join('/');
  while (folders.length > 0) {
    const folder = folders.at(-1) ?? '';
    if (!STANDARD.test(folder) || folder === OUTPUT) break;
    folders.pop();
  }
  const namespace = folders.join('/') || 'bmad';
  return kindOf(path) === 'prd' && !/^prd$/iu.test(name) ? `${namespace}/${name}` : namespace;
}

/** Name of a file without its extension. */
export function stemOf(path: FilePath): string {
  return (path.split('/').at(-1) ?? '').replace(/(?:\.story)?\.[^.]+$/iu, '');
}
