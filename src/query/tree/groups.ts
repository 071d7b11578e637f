import * as l10n from '@vscode/l10n';
import type { IndexView } from '../../index/view.ts';
import { compareText } from '../../index/order.ts';
import type { Item } from '../../model/item.ts';
import { requirementOf } from '../../model/item.ts';
import type { Status } from '../../model/status.ts';
import { STATUSES } from '../../model/status.ts';
import { statusName } from '../../text/words/statusName.ts';
import { allUnits } from '../units.ts';
import type { GroupName } from './nodeId.ts';
import type { Selection } from './selection.ts';

/** What an item may be grouped by: a way to lay out a tree that is not by place. */
export type GroupedBy = GroupName[0];

/** Names of attributes that say who an item is for, or how urgent it is. */
const ATTRIBUTES = { owner: /^(?:owner|assignee|responsible)$/iu, priority: /^priority$/iu };

/** The group that an item is in: its status, owner, priority or notation; empty where it says none. A criterion that says nothing has what its requirement says. */
export function groupOf(view: IndexView, item: Item, by: GroupedBy): string {
  switch (by) {
    case 'status':
      return view.coverage(item.key).status;
    case 'notation':
      return requirementOf(item).notation;
    case 'owner':
    case 'priority': {
      const attributes = [...item.facts.attributes, ...requirementOf(item).facts.attributes];
      return attributes.find(({ name }) => ATTRIBUTES[by].test(name))?.value.trim() ?? '';
    }
  }
}

/** Groups that hold anything, with what is in them; what has none comes last. */
export function groupsBy(view: IndexView, by: GroupedBy, selection: Selection): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of allUnits(view)) {
    if (!selection.has(item)) continue;
    const value = groupOf(view, item, by);
    const known = groups.get(value);
    if (known) known.push(item);
    else groups.set(value, [item]);
  }
  const order = (value: string): number => {
    if (by === 'status') return STATUSES.indexOf(value as Status);
    return value === '' ? 1 : 0;
  };
  return new Map([...groups].sort(([a], [b]) => order(a) - order(b) || compareText(a, b)));
}

/** What a group is called: `unmet`, `Ann`, `no owner`. */
export function groupLabel([by, value]: GroupName): string {
  switch (by) {
    case 'status':
      return statusName(value as Status);
    case 'notation':
      return value;
    case 'owner':
      return value === '' ? l10n.t('no owner') : value;
    case 'priority':
      return value === '' ? l10n.t('no priority') : value;
  }
}
