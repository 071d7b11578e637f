import { ThemeIcon, TreeItem, l10n, workspace } from 'vscode';
import type { Commands } from '../contributions.ts';
import { isVirtual } from '../window/fileSchemes.ts';

/** A row that does something instead of showing something. */
interface Step {
  readonly id: string;
  readonly label: string;
  readonly icon: string;
  readonly command: keyof Commands;
}

/** What is above the tree where requirements were found and nothing is linked yet. */
const STEPS: readonly Step[] = [
  { id: 'step:link', label: l10n.t('Link the first one'), icon: 'link', command: 'reqtrace.createAnnotation' },
  { id: 'step:fit', label: l10n.t('Fit to this repository'), icon: 'settings-gear', command: 'reqtrace.fitConfiguration' },
  { id: 'step:leave', label: l10n.t('Leave me alone here'), icon: 'bell-slash', command: 'reqtrace.leaveAlone' },
];

/** Ids of the rows, in their order. */
export const STEP_IDS: readonly string[] = STEPS.map(({ id }) => id);

/** Those of the rows that can be taken here: what tries configurations on all files takes a disk. */
export function stepsHere(): readonly string[] {
  const hasDisk = (workspace.workspaceFolders ?? []).some(({ uri }) => !isVirtual(uri));
  return STEPS.filter(({ command }) => hasDisk || command !== 'reqtrace.fitConfiguration').map(({ id }) => id);
}

/** Draws one of them; undefined for any other row. */
export function stepRow(id: string): TreeItem | undefined {
  const step = STEPS.find((each) => each.id === id);
  if (!step) return undefined;
  const item = new TreeItem(step.label);
  item.id = id;
  item.iconPath = new ThemeIcon(step.icon);
  item.contextValue = 'step';
  item.command = { command: step.command, title: step.label };
  return item;
}
