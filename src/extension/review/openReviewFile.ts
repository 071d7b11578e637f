import { Position, Range, Uri, commands } from 'vscode';
import { rowTarget } from './reviewItem.ts';
import type { ReviewRow } from './reviewRows.ts';

/** The command *Open File* of a row of the review: the present file instead of the diff; nothing where it is gone. */
export async function openReviewFile(row: ReviewRow): Promise<void> {
  const target = rowTarget(row);
  const at = new Position(target?.line ?? 0, 0);
  if (target?.head !== undefined) await commands.executeCommand('vscode.open', Uri.parse(target.head), { selection: new Range(at, at) });
}
