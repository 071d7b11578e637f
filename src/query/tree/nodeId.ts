import type { FilePath } from '../../model/position.ts';

/** What a tree of requirements may be grouped by. */
export const GROUPINGS = ['folder', 'document', 'status', 'owner', 'priority', 'notation'] as const;

/** `folder` and `document` lay out where things are written; under the others is what has the same status, owner and so on. */
export type Grouping = (typeof GROUPINGS)[number];

/** A group, `['status', 'unmet']`; the value is empty for what has none. */
export type GroupName = readonly [by: Exclude<Grouping, 'folder' | 'document'>, value: string];

/**
 * The ids of nodes, taken apart. A node's id is this as JSON, so that no path or key can be mistaken
 * for something else: `["item","docs/launch#IP-1.1.1/AC2"]`. A folder or document below a group names the group, as it may be below several.
 */
export type NodeId =
  | readonly ['directory' | 'document', path: FilePath, ...group: readonly [] | GroupName]
  | readonly ['group', ...GroupName]
  | readonly ['item', key: string]
  /** Without a key the group itself. */
  | readonly ['suggested', key: string]
  | readonly ['suggestion', key: string, path: FilePath, line: number, role: string]
  | readonly ['link' | 'waiver' | 'plan', key: string, path: FilePath, line: number, character: number, what: string]
  | readonly ['lower', key: string, lower: string]
  | readonly ['page', parent: string, first: number];

/** The id of a node: {@link NodeId} as text. */
export function formatId(id: NodeId): string {
  return JSON.stringify(id);
}

/** The node id of an item, to reveal it: the same in every layout. */
export function itemNodeId(key: string): string {
  return formatId(['item', key]);
}

/** The node id of a document, below a group or of all; `directoryNodeId` is that of a folder. */
export function documentNodeId(path: FilePath, group?: GroupName): string {
  return formatId(group ? ['document', path, ...group] : ['document', path]);
}

/** The node id of a folder, `docs/plan`. */
export function directoryNodeId(path: FilePath, group?: GroupName): string {
  return formatId(group ? ['directory', path, ...group] : ['directory', path]);
}

/** The node id of the group *Suggested*. */
export const SUGGESTED_ID = formatId(['suggested', '']);

/** True for a node whose children are suggestions, or the items that have some: `isSuggested(SUGGESTED_ID)`. */
export function isSuggested(nodeId: string): boolean {
  const id = parseId(nodeId);
  return id?.[0] === 'page' ? isSuggested(id[1]) : id?.[0] === 'suggested';
}

/** Undefined for an id that `formatId` did not make, such as one kept from an older version. */
export function parseId(text: string): NodeId | undefined {
  try {
    const id: unknown = JSON.parse(text);
    if (!Array.isArray(id) || typeof id[1] !== 'string') return undefined;
    switch (id[0]) {
      case 'directory':
      case 'document': {
        const group = groupName(id[2], id[3]);
        return group ? [id[0], id[1], ...group] : [id[0], id[1]];
      }
      case 'group': {
        const group = groupName(id[1], id[2]);
        return group && ['group', ...group];
      }
      case 'item':
      case 'suggested':
        return [id[0], id[1]];
      case 'suggestion':
        return [id[0], id[1], String(id[2]), Number(id[3]), String(id[4])];
      case 'link':
      case 'waiver':
      case 'plan':
        return [id[0], id[1], String(id[2]), Number(id[3]), Number(id[4]), String(id[5])];
      case 'lower':
        return [id[0], id[1], String(id[2])];
      case 'page':
        return ['page', id[1], Number(id[2])];
      default:
        return undefined;
    }
  } catch {
    return undefined;
  }
}

function groupName(by: unknown, value: unknown): GroupName | undefined {
  const known = GROUPINGS.find((grouping) => grouping === by);
  return known === undefined || known === 'folder' || known === 'document' || typeof value !== 'string' ? undefined : [known, value];
}
