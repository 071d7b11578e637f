import { MarkdownString, Range, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri, l10n } from 'vscode';
import type { TextDocumentShowOptions } from 'vscode';
import type { Status } from '../model/status.ts';
import type { TreeNode } from '../server/protocol.ts';

/** A shape of its own for each status; the colour only repeats it. */
const STATUS_ICONS: Record<Status, ThemeIcon> = {
  failing: new ThemeIcon('error', new ThemeColor('testing.iconFailed')),
  stale: new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground')),
  unmet: new ThemeIcon('circle-large-outline', new ThemeColor('testing.iconUnset')),
  partial: new ThemeIcon('color-mode', new ThemeColor('testing.iconQueued')),
  met: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
  waived: new ThemeIcon('circle-slash', new ThemeColor('testing.iconSkipped')),
  exempt: new ThemeIcon('dash', new ThemeColor('testing.iconSkipped')),
};

/** Names of the groups by status. */
const STATUS_NAMES: Record<Status, string> = {
  failing: l10n.t('Failing'),
  stale: l10n.t('Stale'),
  unmet: l10n.t('Unmet'),
  partial: l10n.t('Partial'),
  met: l10n.t('Met'),
  waived: l10n.t('Waived'),
  exempt: l10n.t('Exempt'),
};

const LINK_ICONS = { implements: new ThemeIcon('code'), verifies: new ThemeIcon('beaker') };

const KIND_ICONS: Partial<Record<TreeNode['kind'], ThemeIcon>> = {
  folder: new ThemeIcon('root-folder'),
  document: new ThemeIcon('book'),
  waiver: new ThemeIcon('law'),
  page: new ThemeIcon('ellipsis'),
};

/** Draws one row of the tree, all but its tooltip. */
export function treeRow(node: TreeNode): TreeItem {
  const label = node.kind === 'group' && node.status !== undefined ? STATUS_NAMES[node.status] : node.label;
  const item = new TreeItem(label, collapsibleState(node));
  item.id = node.id;
  item.contextValue = contextValue(node);
  item.accessibilityInformation = { label: node.accessibleLabel };
  if (node.description !== undefined) item.description = node.description;
  const icon = rowIcon(node);
  if (icon !== undefined) item.iconPath = icon;
  const target = rowTarget(node);
  if (target !== undefined) {
    item.command = { command: 'vscode.open', title: '', arguments: [target.uri, { selection: target.selection } satisfies TextDocumentShowOptions] };
  }
  return item;
}

/** Where a row leads, in VS Code's own types. */
export function rowTarget(node: TreeNode): { uri: Uri; selection: Range } | undefined {
  if (node.target === undefined) return undefined;
  const { start, end } = node.target.range;
  return { uri: Uri.parse(node.target.uri), selection: new Range(start.line, start.character, end.line, end.character) };
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
  if (node.link !== undefined) return LINK_ICONS[node.link];
  return KIND_ICONS[node.kind] ?? (node.status && STATUS_ICONS[node.status]);
}

/** Flags for `when` clauses, each a word: `criterion+unmet+target`. */
function contextValue(node: TreeNode): string {
  return [node.kind, node.status, node.target && 'target'].filter((flag) => flag !== undefined).join('+');
}
