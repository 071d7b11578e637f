import { ViewColumn, commands } from 'vscode';
import type { TreeNode } from '../../server/protocol.ts';
import { rowTarget } from './treeRow.ts';

/** The command *Open to the Side* of a row; nothing for one that leads nowhere, or is gone. */
export async function openToSide(node: TreeNode | undefined): Promise<void> {
  const target = node && rowTarget(node);
  if (target) await commands.executeCommand('vscode.open', target.uri, { selection: target.selection, viewColumn: ViewColumn.Beside });
}
