import type { FilePath } from '../../../model/position.ts';
import type { NotationFiles } from '../../notation/notation.ts';

/** `openspec/changes/add-timer/specs/kettle/spec.md`: what is before, the change, and the capability where the path goes on to one. */
const IN_CHANGE = /^(?<root>(?:.*\/)?openspec\/)changes\/(?<change>[^/]+)\/(?:specs\/(?<capability>.+)\/[^/]+$)?/u;

/**
 * The files of an OpenSpec folder, each read as the last of these that fits. `openspec` finds the specs of its root by walking down from
 * `openspec/specs`, and deltas in the `spec.md` below the `specs` of a change (src/utils/spec-discovery.ts of OpenSpec 1.13.2); what else lies there
 * is prose about them.
 */
export const files: readonly NotationFiles[] = [
  { glob: 'openspec/**/*.md', carrier: 'markdown', part: 'design' },
  { glob: '**/openspec/{specs,changes}/**/*.md', carrier: 'markdown', part: 'design', namespace: changeFolder },
  { glob: '**/openspec/changes/*/proposal.md', carrier: 'markdown', part: 'plan', namespace: 'folder' },
  { glob: '**/openspec/changes/*/tasks.md', carrier: 'markdown', part: 'tasks', namespace: 'folder' },
  { glob: '**/openspec/specs/*/**/spec.md', carrier: 'markdown', part: 'spec', namespace: 'folder' },
  { glob: '**/openspec/changes/*/specs/*/**/spec.md', carrier: 'markdown', part: 'delta', namespace: capabilityFolder },
  { glob: '**/openspec/changes/archive/**', carrier: 'markdown', part: 'archive' },
  { glob: '**/openspec/schemas/**', carrier: 'markdown', part: 'template' },
  { glob: '**/openspec/{AGENTS,CLAUDE,project}.md', carrier: 'markdown', part: 'prompt' },
  // What a test of some tool works on are not specs of the project.
  { glob: '**/{fixtures,__fixtures__,testdata,test-data}/**/openspec/**/*.md', carrier: 'markdown', part: 'template' },
];

/** The change that a file belongs to: `add-timer`. */
export function changeOf(path: FilePath): string {
  return IN_CHANGE.exec(path)?.groups?.['change'] ?? '';
}

/** Of a delta, the folder of the spec that it changes: `openspec/specs/kettle`. */
function capabilityFolder(path: FilePath): string {
  const { root = '', capability = '' } = IN_CHANGE.exec(path)?.groups ?? {};
  return `${root}specs/${capability}`;
}

/** The folder of a change, for what lies in it; of anything else its own folder. */
function changeFolder(path: FilePath): string {
  const { root, change } = IN_CHANGE.exec(path)?.groups ?? {};
  return root === undefined || change === undefined ? path.replace(/\/[^/]*$/u, '') : `${root}changes/${change}`;
}
