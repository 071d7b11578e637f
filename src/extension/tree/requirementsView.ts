import type { Disposable, LogOutputChannel, Memento, TreeView } from 'vscode';
import { l10n, window } from 'vscode';
import type { TreeChangedParams, TreeOptions } from '../../server/protocol.ts';
import type { ContextKeyService } from '../window/contextKeys.ts';
import { VIEW } from '../contributions.ts';
import type { LanguageServer, ServerHealth } from '../client/languageServer.ts';
import { RequirementsTree } from './requirementsTree.ts';
import { readSetting } from '../window/settings.ts';
import { isFresh, viewMessage } from '../status/healthText.ts';
import type { Summary } from '../status/summary.ts';

/** Where the layout of the tree is remembered in the workspace's state. */
const OPTIONS_KEY = 'reqtrace.tree';

/** Most top rows that *Expand All* opens; more would ask the server for more than anyone looks at. */
const EXPAND_AT_MOST = 100;

/** The view *Requirements*: tree, badge, progress and what its toolbar switches. */
export class RequirementsView implements Disposable {
  readonly tree: RequirementsTree;
  readonly #view: TreeView<string>;
  readonly #state: Memento;
  readonly #contextKeys: ContextKeyService;
  #options: TreeOptions;
  #indexed: (() => void) | undefined;
  #summary: Summary | undefined;
  #health: ServerHealth = 'off';
  #leftAlone = false;

  constructor(ask: LanguageServer['request'], state: Memento, contextKeys: ContextKeyService, log: LogOutputChannel) {
    this.#state = state;
    this.#contextKeys = contextKeys;
    this.#options = { groupBy: 'document', unmetOnly: false, ...state.get<Partial<TreeOptions>>(OPTIONS_KEY) };
    this.tree = new RequirementsTree(ask, this.#options, log);
    this.#view = window.createTreeView(VIEW, { treeDataProvider: this.tree, showCollapseAll: true });
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

  /** Changes the layout, for this workspace and from now on. */
  async setOptions(change: Partial<TreeOptions>): Promise<void> {
    this.#options = { ...this.#options, ...change };
    this.#showOptions();
    this.tree.setOptions(this.#options);
    await this.#state.update(OPTIONS_KEY, this.#options);
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

  /** Opens the rows of the first levels. */
  async expandAll(): Promise<void> {
    const top = await this.tree.getChildren();
    for (const id of top.slice(0, EXPAND_AT_MOST)) await this.#view.reveal(id, { select: false, focus: false, expand: 3 });
  }

  dispose(): void {
    this.#indexed?.();
    this.#view.dispose();
    this.tree.dispose();
  }

  #show(): void {
    const summary = this.#summary;
    this.#contextKeys.set('reqtrace.phase', this.#leftAlone ? 'off' : (summary?.phase ?? 'indexing'));
    if (!summary) return;
    const { open, setUp, linked, indexing } = summary;
    const isOn = !this.#leftAlone && this.#health !== 'stopped';
    const tooltip = open === 1 ? l10n.t('1 criterion to meet') : l10n.t('{0} criteria to meet', open);
    // A number of eleven thousand calls for nothing that anybody asked for.
    const isShown = isOn && open > 0 && (setUp || linked) && readSetting('reqtrace.badge');
    this.#view.badge = isShown ? { value: open, tooltip } : undefined;
    this.#view.message = (this.#leftAlone ? undefined : viewMessage(summary, this.#health)) ?? '';
    this.tree.showSteps(isOn && isFresh(summary));
    this.#showProgress(indexing && this.#health === 'running');
  }

  #showOptions(): void {
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
