import type { Command } from 'vscode';
import { MarkdownString, Range, ThemeColor, ThemeIcon, TreeItem, TreeItemCheckboxState, TreeItemCollapsibleState, Uri, l10n } from 'vscode';
import type { ListName } from '../../query/diff/difference.ts';
import type { Decision } from '../../query/gates/verdict.ts';
import type { FolderReview, ReviewEntry, ReviewGate, ReviewPlace, ReviewRule, ReviewTarget } from '../../server/reviewProtocol.ts';
import { fileName } from '../../text/paths.ts';
import { STATUS_ICONS, statusColor } from '../status/statusIcons.ts';
import { listed } from '../window/listed.ts';
import type { ReviewRow } from './reviewRows.ts';
import type { ViewedEntries } from './viewedEntries.ts';

/** A shape of its own for each list; the colour only repeats it. */
const LIST_ICONS: Readonly<Record<ListName, ThemeIcon>> = {
  broken: STATUS_ICONS.failing,
  suspect: STATUS_ICONS.stale,
  added: new ThemeIcon('diff-added', statusColor('partial')),
  touched: new ThemeIcon('diff-modified', new ThemeColor('gitDecoration.modifiedResourceForeground')),
  removed: new ThemeIcon('diff-removed', new ThemeColor('gitDecoration.deletedResourceForeground')),
  met: STATUS_ICONS.met,
  waived: STATUS_ICONS.waived,
  failing: new ThemeIcon('beaker-stop', statusColor('failing')),
  reworded: new ThemeIcon('whole-word'),
  renumbered: new ThemeIcon('list-ordered'),
};

const LIST_NAMES: Readonly<Record<ListName, string>> = {
  broken: l10n.t('Broken'),
  suspect: l10n.t('Suspect'),
  added: l10n.t('New and Unmet'),
  touched: l10n.t('Touched'),
  removed: l10n.t('Removed'),
  met: l10n.t('Newly Met'),
  waived: l10n.t('Newly Waived'),
  failing: l10n.t('Failing, Perhaps as Before'),
  reworded: l10n.t('Reworded'),
  renumbered: l10n.t('Renumbered or Moved'),
};

const RULE_ICONS = { less: 'arrow-down', more: 'arrow-up', other: 'arrow-swap' } as const;

/** What stands round words that were taken out or put in, in Markdown. */
const WORD_MARKS = { same: '', removed: '~~', added: '**' };

/** What puts a criterion into a list. */
const LIST_MEANINGS: Readonly<Record<ListName, string>> = {
  broken: l10n.t(
    'Criteria that are worse off than they were: no longer met, without a test or a waiver that they had, or with a test switched off',
  ),
  suspect: l10n.t('Text and links may no longer fit: code, tests or a waiver did not follow a new text, or were written for another one'),
  added: l10n.t('Criteria that are new or no longer exempt, and not met'),
  touched: l10n.t('Code or tests under these criteria changed: look at them again'),
  removed: l10n.t('Criteria that are gone from the documents'),
  met: l10n.t('Criteria that were not met and are now'),
  waived: l10n.t('Criteria whose gap is accepted now, that are marked as exempt now, or whose waiver changed'),
  failing: l10n.t(
    'A test of these criteria fails, though neither they nor a file of their links changed: whether it did before cannot be told',
  ),
  reworded: l10n.t('The text changed, and nothing points at it'),
  renumbered: l10n.t('Only the ID or the document changed'),
};

/** Lists that a reviewer must see; the others are closed at first. */
const OPEN_LISTS: ReadonlySet<ListName> = new Set<ListName>(['broken', 'suspect', 'added', 'touched', 'met', 'waived']);

const DECISION_ICONS: Readonly<Record<Decision, ThemeIcon>> = {
  holds: STATUS_ICONS.met,
  fails: STATUS_ICONS.failing,
  undecided: new ThemeIcon('question', statusColor('partial')),
};

const DECISION_NAMES: Readonly<Record<Decision, string>> = {
  holds: l10n.t('holds'),
  fails: l10n.t('fails'),
  undecided: l10n.t('cannot be decided'),
};

const PLACE_ICONS: Readonly<Record<ReviewPlace['kind'], ThemeIcon>> = {
  document: new ThemeIcon('book'),
  implements: new ThemeIcon('code'),
  verifies: new ThemeIcon('beaker'),
};

const CHANGE_NAMES: Readonly<Record<ReviewPlace['change'], string>> = {
  same: l10n.t('unchanged'),
  changed: l10n.t('changed'),
  added: l10n.t('added'),
  removed: l10n.t('removed'),
  redirected: l10n.t('written for another text'),
  confirmed: l10n.t('confirmed'),
  inherited: l10n.t('there before it'),
  disabled: l10n.t('switched off'),
  emptied: l10n.t('only the annotation is left'),
};

const STATE_NAMES: Readonly<Record<FolderReview['state'], string>> = {
  indexing: l10n.t('Reading the files …'),
  untrusted: l10n.t('not trusted'),
  noRepository: l10n.t('no git repository'),
  noBase: l10n.t('nothing to compare with'),
  failed: l10n.t('could not be compared'),
  head: l10n.t('nothing to compare with'),
  compared: '',
};

/** What a row shows; a screen reader hears label and description. */
interface Drawn {
  readonly label: string;
  readonly description?: string;
  readonly icon: ThemeIcon;
  readonly open?: boolean;
  readonly hasChildren: boolean;
  readonly target?: ReviewTarget;
}

/**
 * Draws one row, all but its tooltip.
 *
 * @param viewed tells which entries a person has ticked.
 */
export function reviewItem(row: ReviewRow, viewed: Pick<ViewedEntries, 'has'>): TreeItem {
  const { label, description, icon, open = false, hasChildren, target } = draw(row);
  const state = open ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
  const item = new TreeItem(label, hasChildren ? state : TreeItemCollapsibleState.None);
  item.id = row.id;
  item.iconPath = icon;
  item.contextValue = [row.kind, target?.head && 'file', ...(row.kind === 'entry' && row.entry.is ? ['item', row.entry.is] : [])]
    .filter(Boolean)
    .join('+');
  if (row.kind === 'entry') item.checkboxState = viewedBox(viewed.has(row.id, row.entry));
  item.accessibilityInformation = {
    label: listed([label, description ?? '', row.kind === 'group' ? LIST_MEANINGS[row.group.list] : ''].filter(Boolean)),
  };
  if (description) item.description = description;
  if (target) item.command = openCommand(target, row.base);
  return item;
}

function viewedBox(isViewed: boolean): Exclude<TreeItem['checkboxState'], TreeItemCheckboxState | undefined> {
  const tooltip = isViewed ? l10n.t('Viewed') : l10n.t('Mark as viewed');
  return {
    state: isViewed ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
    tooltip,
    accessibilityInformation: { label: tooltip },
  };
}

/** The file that a row leads to, as it is now. */
export function rowTarget(row: ReviewRow): ReviewTarget | undefined {
  return draw(row).target;
}

/** The tooltip of a row: text of the repository, so all of it is plain text. */
export function reviewTooltip(row: ReviewRow): MarkdownString | undefined {
  const tooltip = new MarkdownString();
  if (row.kind === 'entry') entryTooltip(tooltip, row.entry);
  else if (row.kind === 'group') tooltip.appendText(LIST_MEANINGS[row.group.list]);
  else if (row.kind === 'obstacle')
    tooltip.appendText(`${l10n.t('{0}: {1}', row.obstacle.id, row.obstacle.message)}\n\n${l10n.t('To fix it: {0}', row.obstacle.mend)}`);
  else return undefined;
  return tooltip;
}

function entryTooltip(tooltip: MarkdownString, { id, text, words, reason }: ReviewEntry): void {
  tooltip.appendMarkdown('**').appendText(id).appendMarkdown('** ');
  for (const part of words ?? [{ kind: 'same' as const, text }]) {
    const mark = WORD_MARKS[part.kind];
    tooltip.appendMarkdown(mark).appendText(part.text.trim()).appendMarkdown(`${mark} `);
  }
  tooltip.appendMarkdown('\n\n').appendText(reason);
}

function draw(row: ReviewRow): Drawn {
  switch (row.kind) {
    case 'folder':
      return drawFolder(row.review);
    case 'rules':
      return drawRules(row.rules);
    case 'attributes':
      return drawAttributes(row.attributes.count);
    case 'rule':
      return drawRule(row.rule);
    case 'gate':
      return drawGate(row.gate);
    case 'condition': {
      const { condition, decision, why, obstacles } = row.condition;
      return {
        label: condition,
        description: why,
        icon: DECISION_ICONS[decision],
        open: decision === 'fails',
        hasChildren: obstacles.length > 0,
      };
    }
    case 'obstacle': {
      const { id, message, mend, target } = row.obstacle;
      return { label: id, description: l10n.t('{0}; {1}', message, mend), icon: new ThemeIcon('wrench'), hasChildren: false, target };
    }
    case 'group': {
      const { list, count, isLoss = false } = row.group;
      return {
        label: LIST_NAMES[list],
        description: String(count),
        icon: LIST_ICONS[list],
        open: isLoss || OPEN_LISTS.has(list),
        hasChildren: true,
      };
    }
    case 'entry': {
      const { id, text, reason, is, target } = row.entry;
      return { label: `${id} ${text}`, description: reason, icon: is ? STATUS_ICONS[is] : LIST_ICONS.removed, hasChildren: true, target };
    }
    case 'previous':
      return drawPrevious(row);
    case 'place': {
      const { kind, symbol, at, change, target } = row.place;
      const where = listed([at, CHANGE_NAMES[change]]);
      return { label: symbol ?? fileName(target.path), description: where, icon: PLACE_ICONS[kind], hasChildren: false, target };
    }
    case 'more':
      return {
        label: l10n.t('{0} more', row.count),
        description: l10n.t('see them all with "reqtrace diff"'),
        icon: new ThemeIcon('ellipsis'),
        hasChildren: false,
      };
  }
}

function drawPrevious({ text, place }: Extract<ReviewRow, { kind: 'previous' }>): Drawn {
  const drawn = { label: text, description: l10n.t('the text before'), icon: new ThemeIcon('history'), hasChildren: false };
  return place ? { ...drawn, target: place.target } : drawn;
}

function drawGate({ name, decision, scope, conditions }: ReviewGate): Drawn {
  return {
    label: l10n.t('Gate {0}', name),
    description: scope === 'changed' ? l10n.t('{0} for what changed', DECISION_NAMES[decision]) : DECISION_NAMES[decision],
    icon: DECISION_ICONS[decision],
    open: decision === 'fails',
    hasChildren: conditions.length > 0,
  };
}

function drawFolder(review: FolderReview): Drawn {
  const description = STATE_NAMES[review.state];
  return { label: review.name, description, icon: new ThemeIcon('root-folder'), open: true, hasChildren: 'gates' in review };
}

function drawAttributes(count: number): Drawn {
  return { label: l10n.t('Attributes Changed'), description: String(count), icon: new ThemeIcon('tag'), hasChildren: true };
}

function drawRules(rules: readonly ReviewRule[]): Drawn {
  return {
    label: l10n.t('Rules Changed'),
    description: String(rules.length),
    icon: new ThemeIcon('law', statusColor('stale')),
    open: true,
    hasChildren: true,
  };
}

function drawRule({ reason, effect, at, target }: ReviewRule): Drawn {
  const description = effect === 'less' ? l10n.t('asks for less, {0}', at) : at;
  return { label: reason, description, icon: new ThemeIcon(RULE_ICONS[effect]), hasChildren: false, target };
}

function openCommand({ head, base, path: file, line }: ReviewTarget, baseName: string): Command {
  const options = { selection: new Range(line, 0, line, 0) };
  if (head !== undefined && base !== undefined) {
    const title = l10n.t('{0} ({1} ↔ now)', fileName(file), baseName);
    return { command: 'vscode.diff', title: '', arguments: [Uri.parse(base), Uri.parse(head), title, options] };
  }
  return { command: 'vscode.open', title: '', arguments: [Uri.parse(head ?? base ?? ''), options] };
}
