import type { Disposable, LogOutputChannel, Memento, TreeView } from 'vscode';
import { l10n, window } from 'vscode';
import { TREE_PATH } from '../../server/protocol.ts';
import type { ItemAddress, TreeChangedParams, TreeNode, TreeOptions, TreePathParams } from '../../server/protocol.ts';
import { DragItems } from './dragItems.ts';
import { FollowEditor } from './followEditor.ts';
import { RowBadges } from './rowBadges.ts';
import type { ContextKeyService } from '../window/contextKeys.ts';
import { VIEW } from '../contributions.ts';
import type { LanguageServer, ServerHealth } from '../client/languageServer.ts';
import { RequirementsTree } from './requirementsTree.ts';
import { readSetting } from '../window/settings.ts';
import { isFresh, viewMessage } from '../status/healthText.ts';
import type { Summary } from '../status/summary.ts';

/** Where the layout of the tree is remembered in the workspace's state. */
const OPTIONS_KEY = 'reqtrace.tree';

/** Most rows that *Expand All* opens; more would ask the server for more than anyone looks at. */
const EXPAND_AT_MOST = 100;

/** The view *Requirements*: tree, badge, progress and what its toolbar switches. */
export class RequirementsView implements Disposable {
  readonly tree: RequirementsTree;
  readonly #view: TreeView<string>;
  readonly #state: Memento;
  readonly #contextKeys: ContextKeyService;
  readonly #ask: LanguageServer['request'];
  readonly #badges = new RowBadges();
  readonly #drag: DragItems;
  readonly #follow: FollowEditor;
  #options: TreeOptions;
  #indexed: (() => void) | undefined;
  #summary: Summary | undefined;
  #health: ServerHealth = 'off';
  #leftAlone = false;

  constructor(ask: LanguageServer['request'], state: Memento, contextKeys: ContextKeyService, log: LogOutputChannel) {
    this.#state = state;
    this.#contextKeys = contextKeys;
    this.#ask = ask;
    this.#options = { groupBy: 'folder', unmetOnly: false, ...state.get<Partial<TreeOptions>>(OPTIONS_KEY) };
    this.tree = new RequirementsTree(ask, this.#options, log);
    this.#drag = new DragItems(ask, (row) => this.tree.node(row)?.item);
    this.#view = window.createTreeView(VIEW, {
      treeDataProvider: this.tree,
      showCollapseAll: true,
      canSelectMany: true,
      dragAndDropController: this.#drag,
    });
    this.#follow = new FollowEditor((uri) => this.#revealDocument(uri), log);
    this.#view.onDidChangeVisibility(({ visible }) => {
      if (visible) this.#follow.follow();
    });
    this.#contextKeys.set('reqtrace.phase', 'indexing');
    this.#showOptions();
  }

  /** Number on the icon of the view: criteria that are neither met, waived nor exempt. */
  get badge(): number | undefined {
    return this.#view.badge?.value;
  }

  /** The line above the tree. */
  get message(): string | undefined {
    return this.#view.message || undefined;
  }

  /** How it is laid out. */
  get options(): TreeOptions {
    return this.#options;
  }

  /** Words that rows are looked for by; empty where all are shown. */
  get filter(): string {
    return this.#options.text ?? '';
  }

  /** Changes the layout, for this workspace and from now on. */
  async setOptions(change: Partial<TreeOptions>): Promise<void> {
    this.#options = { ...this.#options, ...change };
    this.#showOptions();
    this.tree.setOptions(this.#options);
    // What is looked for is forgotten with the window, so that nobody wonders where the rest is.
    const { text: _, ...kept } = this.#options;
    await this.#state.update(OPTIONS_KEY, kept);
  }

  showSummary(summary: Summary): void {
    this.#summary = summary;
    this.#show();
  }

  showHealth(health: ServerHealth): void {
    this.#health = health;
    this.#show();
  }

  /** Shows that it is off in this workspace, or on again. */
  showLeftAlone(leftAlone: boolean): void {
    this.#leftAlone = leftAlone;
    this.#show();
  }

  async update(change: TreeChangedParams): Promise<void> {
    await this.tree.update(change.ids);
  }

  /** Opens rows level by level, as many as anyone looks at: a small tree whole, of a large one the upper levels. */
  async expandAll(): Promise<void> {
    let left = EXPAND_AT_MOST;
    for (let level = await this.tree.getChildren(); level.length > 0 && left > 0;) {
      const opened = level.filter((id) => isOpened(this.tree.node(id))).slice(0, left);
      left -= opened.length;
      for (const id of opened) await this.#view.reveal(id, { select: false, focus: false, expand: true });
      level = (await Promise.all(opened.map((id) => this.tree.getChildren(id)))).flat();
    }
  }

  /**
   * Shows an item in the tree and takes the focus there.
   *
   * @throws Error with a message to show where it is filtered out.
   */
  async reveal(item: ItemAddress): Promise<void> {
    const params: TreePathParams = { ...item, options: this.#options };
    const path = (await this.#ask<TreeNode[] | null>(TREE_PATH, params)) ?? [];
    const row = path.at(-1);
    if (!row) throw new Error(l10n.t('It is not among the rows that the view Requirements shows now.'));
    this.tree.adopt(path);
    await this.#view.reveal(row.id, { select: true, focus: true });
  }

  dispose(): void {
    this.#indexed?.();
    this.#follow.dispose();
    this.#drag.dispose();
    this.#badges.dispose();
    this.#view.dispose();
    this.tree.dispose();
  }

  #show(): void {
    const summary = this.#summary;
    this.#contextKeys.set('reqtrace.phase', this.#leftAlone ? 'off' : (summary?.phase ?? 'indexing'));
    this.#showMessage();
    if (!summary) return;
    const { open, setUp, indexing } = summary;
    const isOn = !this.#leftAlone && this.#health !== 'stopped';
    const tooltip = open === 1 ? l10n.t('1 criterion to meet') : l10n.t('{0} criteria to meet', open);
    // A number of eleven thousand calls for nothing that anybody asked for.
    const isShown = isOn && open > 0 && setUp && readSetting('reqtrace.badge');
    this.#view.badge = isShown ? { value: open, tooltip } : undefined;
    this.tree.showSteps(isOn && isFresh(summary));
    this.#showProgress(indexing && this.#health === 'running');
  }

  async #revealDocument(uri: string): Promise<void> {
    if (!this.#view.visible || this.#view.selection.some((id) => this.tree.node(id)?.target?.uri === uri)) return;
    const params: TreePathParams = { uri, options: this.#options };
    const path = (await this.#ask<TreeNode[] | null>(TREE_PATH, params)) ?? [];
    const row = path.at(-1);
    if (!row || !this.#view.visible) return;
    this.tree.adopt(path);
    await this.#view.reveal(row.id, { select: true, focus: false });
  }

  /** What is wrong comes first, then what rows are looked for by. */
  #showMessage(): void {
    const health = this.#leftAlone ? undefined : viewMessage(this.#summary, this.#health);
    const filter = this.filter === '' ? undefined : l10n.t('Filter: {0}', this.filter);
    this.#view.message = [health, filter].filter((line) => line !== undefined).join('\n');
  }

  #showOptions(): void {
    this.#contextKeys.set('reqtrace.searching', this.filter !== '');
    this.#showMessage();
    this.#contextKeys.set('reqtrace.groupBy', this.#options.groupBy);
    this.#contextKeys.set('reqtrace.unmetOnly', this.#options.unmetOnly);
  }

  #showProgress(indexing: boolean): void {
    if (indexing === (this.#indexed !== undefined)) return;
    this.#indexed?.();
    this.#indexed = undefined;
    if (!indexing) return;
    // Not made inside the task: VS Code calls that later, when all may be over.
    const done = new Promise<void>((resolve) => (this.#indexed = resolve));
    void window.withProgress({ location: { viewId: VIEW } }, () => done);
  }
}

/** What is suggested is worked out for those who unfold it themselves. */
function isOpened(row: TreeNode | undefined): boolean {
  return row !== undefined && row.hasChildren && row.kind !== 'suggested';
}
