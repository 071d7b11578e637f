import type { QuickPickItem } from 'vscode';
import { QuickPickItemKind, l10n, window } from 'vscode';
import type { BaseChoice, ReviewBases } from '../../server/reviewProtocol.ts';

interface BaseItem extends QuickPickItem {
  readonly choice?: BaseChoice;
}

/** Lets a person choose what to compare with: the default branch, the last tag, a ref of the list or any that is typed. Undefined if nothing was chosen. */
export function chooseBase(bases: ReviewBases, present: BaseChoice): Promise<BaseChoice | undefined> {
  const items = baseItems(bases);
  const pick = window.createQuickPick<BaseItem>();
  pick.title = l10n.t('Compare requirements with');
  pick.placeholder = l10n.t('Choose, or type a branch, a tag or a commit');
  pick.matchOnDescription = true;
  pick.items = items;
  const active = items.find(({ choice }) => choice && JSON.stringify(choice) === JSON.stringify(present));
  if (active) pick.activeItems = [active];
  pick.onDidChangeValue((value) => {
    const ref = value.trim();
    const isNew = ref !== '' && !items.some(({ label }) => label === ref);
    pick.items = isNew
      ? [...items, { label: ref, description: l10n.t('as typed'), alwaysShow: true, choice: { kind: 'ref', ref } }]
      : items;
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.choice);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function baseItems({ defaultBranch, pullRequest, lastTag, refs }: ReviewBases): BaseItem[] {
  const ofPullRequest: BaseItem[] =
    pullRequest === undefined
      ? []
      : [
          {
            label: l10n.t('Base of the Pull Request'),
            description: pullRequest,
            detail: l10n.t('As GitHub Pull Requests or gh noted it for this branch'),
            choice: { kind: 'ref', ref: pullRequest },
          },
        ];
  return [
    ...ofPullRequest,
    {
      label: l10n.t('Default branch'),
      description: defaultBranch ?? l10n.t('none found'),
      detail: l10n.t('From where this branch left it'),
      choice: { kind: 'default' },
    },
    {
      label: l10n.t('Last tag'),
      description: lastTag ?? l10n.t('none found'),
      detail: l10n.t('What changed since the last release'),
      choice: { kind: 'tag' },
    },
    { label: l10n.t('Branches and tags'), kind: QuickPickItemKind.Separator },
    ...refs.map((ref): BaseItem => ({ label: ref, choice: { kind: 'ref', ref } })),
  ];
}
