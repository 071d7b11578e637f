import type { Range, TextDocumentShowOptions } from 'vscode';
import { MarkdownString, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import type { TreeNode } from '../../server/protocol.ts';
import type { Commands } from '../contributions.ts';
import { isNotebookFile } from '../window/cells.ts';
import { toRange } from '../window/ranges.ts';
import { numberUri } from './rowBadges.ts';
import { STATUS_ICONS, STATUS_NAMES } from '../status/statusIcons.ts';

const LINK_ICONS = { implements: new ThemeIcon('code'), verifies: new ThemeIcon('beaker') };

const KIND_ICONS: Partial<Record<TreeNode['kind'], ThemeIcon>> = {
  folder: new ThemeIcon('root-folder'),
  // The icon called "folder" is that of the theme for files, which may have none.
  directory: new ThemeIcon('symbol-folder'),
  document: new ThemeIcon('book'),
  waiver: new ThemeIcon('law'),
  plan: new ThemeIcon('tasklist'),
  page: new ThemeIcon('ellipsis'),
  suggested: new ThemeIcon('lightbulb'),
  suggestion: new ThemeIcon('lightbulb-empty'),
  note: new ThemeIcon('info'),
};

/** Of an item whose status nobody can know yet. */
const NOT_KNOWN = new ThemeIcon('sync');

/** Of what a change would add. */
const PLANNED = new ThemeIcon('milestone');

/** Draws one row of the tree, all but its tooltip. */
export function treeRow(node: TreeNode): TreeItem {
  const label = node.kind === 'group' && node.status !== undefined ? STATUS_NAMES[node.status] : node.label;
  const item = new TreeItem(label, collapsibleState(node));
  item.id = node.id;
  item.contextValue = contextValue(node);
  item.accessibilityInformation = { label: node.accessibleLabel };
  if (node.description !== undefined) item.description = node.description;
  const number = node.kind === 'criterion' ? undefined : numberUri(node);
  if (number !== undefined) item.resourceUri = number;
  const icon = rowIcon(node);
  if (icon !== undefined) item.iconPath = icon;
  const target = rowTarget(node);
  if (node.target && target && isNotebookFile(target.uri)) {
    const command: keyof Commands = 'reqtrace.openPlace';
    item.command = { command, title: '', arguments: [node.target] };
  } else if (target !== undefined) {
    item.command = {
      command: 'vscode.open',
      title: '',
      arguments: [target.uri, { selection: target.selection } satisfies TextDocumentShowOptions],
    };
  }
  return item;
}

/** Where a row leads, in VS Code's own types. */
export function rowTarget(node: TreeNode): { uri: Uri; selection: Range } | undefined {
  if (node.target === undefined) return undefined;
  return { uri: Uri.parse(node.target.uri), selection: toRange(node.target.range) };
}

/** The tooltip of a row: it holds text of the repository, so it may run no command and hold no HTML. */
export function rowTooltip(markdown: string): MarkdownString {
  const tooltip = new MarkdownString(markdown);
  tooltip.isTrusted = false;
  tooltip.supportHtml = false;
  return tooltip;
}

function collapsibleState(node: TreeNode): TreeItemCollapsibleState {
  if (!node.hasChildren) return TreeItemCollapsibleState.None;
  return node.kind === 'folder' ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}

function rowIcon(node: TreeNode): ThemeIcon | undefined {
  if (node.planned === true) return PLANNED;
  if (node.link !== undefined) return LINK_ICONS[node.link];
  return KIND_ICONS[node.kind] ?? (node.status ? STATUS_ICONS[node.status] : NOT_KNOWN);
}

/** Flags for `when` clauses, each a word: `criterion+unmet+target+item+code`. */
function contextValue(node: TreeNode): string {
  const flags = [
    node.kind,
    node.status,
    node.target && 'target',
    node.item && 'item',
    node.links?.includes('implements') && 'code',
    node.links?.includes('verifies') && 'tests',
    node.link === 'verifies' && 'test',
    node.stale && 'old',
  ];
  return flags.filter((flag) => typeof flag === 'string').join('+');
}
