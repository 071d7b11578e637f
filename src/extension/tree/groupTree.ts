import type { QuickPickItem } from 'vscode';
import { l10n, window } from 'vscode';
import type { TreeOptions } from '../../server/protocol.ts';

interface GroupingItem extends QuickPickItem {
  readonly groupBy: TreeOptions['groupBy'];
}

/** Lets a person choose how the tree is laid out; undefined if nothing was chosen. */
export async function chooseGrouping(present: TreeOptions['groupBy']): Promise<TreeOptions['groupBy'] | undefined> {
  const items: GroupingItem[] = [
    { groupBy: 'folder', label: l10n.t('Folder'), detail: l10n.t('Documents as the Explorer lays them out') },
    { groupBy: 'document', label: l10n.t('Document'), detail: l10n.t('All documents in one list') },
    { groupBy: 'status', label: l10n.t('Status') },
    { groupBy: 'owner', label: l10n.t('Owner') },
    { groupBy: 'priority', label: l10n.t('Priority') },
    { groupBy: 'notation', label: l10n.t('Notation') },
  ];
  const shown = items.map((item) => (item.groupBy === present ? { ...item, description: l10n.t('as now') } : item));
  const choice = await window.showQuickPick(shown, {
    title: l10n.t('Group Requirements By'),
    placeHolder: l10n.t('How the tree is laid out'),
  });
  return choice?.groupBy;
}
