import { listed } from '../window/listed.ts';
import type { Disposable, LogOutputChannel, Memento, TreeView } from 'vscode';
import { CancellationTokenSource, EventEmitter, TreeItemCheckboxState, l10n, window } from 'vscode';
import type { BaseChoice, FolderReview, ReviewBases, ReviewParams } from '../../server/reviewProtocol.ts';
import { REVIEW, REVIEW_BASES, REVIEW_SHOWN } from '../../server/reviewProtocol.ts';
import type { ContextKeyService } from '../window/contextKeys.ts';
import type { ReviewState } from '../contributions.ts';
import { REVIEW_VIEW } from '../contributions.ts';
import type { LanguageServer, ServerHealth } from '../client/languageServer.ts';
import { healthText } from '../status/healthText.ts';
import { chooseBase } from './chooseBase.ts';
import type { GateCounts } from './gateCounts.ts';
import { gateCounts } from './gateCounts.ts';
import type { ReviewRow } from './reviewRows.ts';
import { isUnchanged } from './reviewRows.ts';
import { ReviewTree } from './reviewTree.ts';
import { ViewedEntries } from './viewedEntries.ts';

/** Where the base is remembered in the workspace's state. */
const BASE_KEY = 'reqtrace.reviewBase';

/**
 * The view *Review*: what the branch did to the requirements. The server is asked only while the view can be seen, or once it told of
 * gates, which the status bar repeats.
 */
export class ReviewView implements Disposable {
  readonly tree: ReviewTree;
  readonly #viewed: ViewedEntries;
  readonly #view: TreeView<ReviewRow>;
  readonly #ask: LanguageServer['request'];
  readonly #state: Memento;
  readonly #contextKeys: ContextKeyService;
  readonly #log: LogOutputChannel;
  #base: BaseChoice;
  readonly #shown = new EventEmitter<void>();
  /** Fires when gates may have another verdict. */
  readonly onShown = this.#shown.event;
  #gates: GateCounts | undefined;
  #health: ServerHealth = 'off';
  #notes = '';
  #isStale = true;
  /** True where the server has to ask for the base again. */
  #isAfresh = false;
  #question: CancellationTokenSource | undefined;

  constructor(ask: LanguageServer['request'], state: Memento, contextKeys: ContextKeyService, log: LogOutputChannel) {
    this.#log = log;
    this.#ask = ask;
    this.#state = state;
    this.#contextKeys = contextKeys;
    this.#base = state.get<BaseChoice>(BASE_KEY, { kind: 'default' });
    this.#viewed = new ViewedEntries(state);
    this.tree = new ReviewTree(this.#viewed);
    this.#view = window.createTreeView(REVIEW_VIEW, {
      treeDataProvider: this.tree,
      showCollapseAll: true,
      canSelectMany: true,
      // Only entries have boxes, and none of them stands for another.
      manageCheckboxStateManually: true,
    });
    this.#view.onDidChangeCheckboxState(({ items }) => {
      void this.#viewed.set(items.map(([row, box]) => [row, box === TreeItemCheckboxState.Checked]));
      this.#showDescription();
    });
    this.#view.onDidChangeVisibility(({ visible }) => {
      this.#update();
      void this.#ask(REVIEW_SHOWN, { shown: visible }).catch(() => undefined);
    });
    contextKeys.set('reqtrace.reviewState', 'loading');
  }

  /** What is known of the gates; undefined where there are none, or nobody has looked. */
  get gates(): GateCounts | undefined {
    return this.#gates;
  }

  showHealth(health: ServerHealth): void {
    this.#health = health;
    this.#view.message = healthText(health) ?? this.#notes;
  }

  /** To be called when what it shows may be out of date. */
  changed(): void {
    this.#isStale = true;
    this.#update();
  }

  /** To be called when a repository that some extension tells of may have another state. */
  repositoryChanged(): void {
    this.#isAfresh = true;
    this.changed();
  }

  /** Asks git anew. */
  async refresh(): Promise<void> {
    await this.#load(true);
  }

  /** The command *Choose Base …*. */
  async chooseBase(): Promise<void> {
    const bases = await this.#ask<ReviewBases | null>(REVIEW_BASES);
    if (bases === undefined) throw new Error(l10n.t('The language server is not running.'));
    const choice = await chooseBase(bases ?? { refs: [] }, this.#base);
    if (choice) await this.setBase(choice);
  }

  /** Compares with another base, in this workspace and from now on. */
  async setBase(base: BaseChoice): Promise<void> {
    this.#base = base;
    await this.#state.update(BASE_KEY, base);
    await this.#load();
  }

  dispose(): void {
    this.#question?.cancel();
    this.#shown.dispose();
    this.#view.dispose();
    this.tree.dispose();
  }

  #update(): void {
    if (this.#isStale && (this.#view.visible || this.#gates)) void this.#load();
  }

  async #load(afresh = false): Promise<void> {
    this.#question?.cancel();
    const question = new CancellationTokenSource();
    this.#question = question;
    this.#isStale = false;
    const params: ReviewParams = { base: this.#base, afresh: afresh || this.#isAfresh, shown: this.#view.visible };
    this.#isAfresh = false;
    const asked = this.#ask<FolderReview[] | null>(REVIEW, params, question.token).catch(() => undefined);
    if (this.#view.visible) void window.withProgress({ location: { viewId: REVIEW_VIEW } }, () => asked);
    const reviews = await asked;
    if (this.#question !== question) return;
    this.#question = undefined;
    question.dispose();
    // While the server is away, what was last seen stays.
    if (reviews) this.#show(reviews);
    else this.#isStale = true;
  }

  #show(reviews: readonly FolderReview[]): void {
    this.tree.show(reviews);
    for (const review of reviews) if ('message' in review) this.#log.warn(`${review.name}: ${review.message}`);
    this.#contextKeys.set('reqtrace.reviewState', stateOf(reviews));
    this.#gates = gateCounts(reviews);
    this.#showDescription();
    const notes = reviews.flatMap((review) => ('notes' in review ? review.notes : []));
    this.#notes = notes.length && ['ready', 'head'].includes(stateOf(reviews)) ? notes.join('\n') : '';
    this.#view.message = healthText(this.#health) ?? this.#notes;
    this.#shown.fire();
  }

  /** `1 gate fails · 4 of 9 viewed · since origin/main (3f2a9c1)`. No number on the icon: VS Code would add it to that of the criteria beside it. */
  #showDescription(): void {
    const { reviews } = this.tree;
    const bases = reviews.flatMap((review) =>
      review.state === 'compared' ? [`${review.base.name} (${review.base.commit.slice(0, 7)})`] : [],
    );
    const since = bases.length ? [l10n.t('since {0}', listed([...new Set(bases)]))] : [];
    const { viewed, of } = this.#viewed.progress(reviews);
    const seen = viewed > 0 ? [l10n.t('{0} of {1} viewed', viewed, of)] : [];
    this.#view.description = [...gateTexts(this.#gates), ...seen, ...since].join(' · ');
  }
}

/** `2 gates fail`, `1 gate cannot be decided`: what needs somebody. */
function gateTexts(gates: GateCounts | undefined): string[] {
  const { fails = 0, undecided = 0 } = gates ?? {};
  return [
    ...(fails > 0 ? [fails === 1 ? l10n.t('1 gate fails') : l10n.t('{0} gates fail', fails)] : []),
    ...(undecided > 0 ? [undecided === 1 ? l10n.t('1 gate cannot be decided') : l10n.t('{0} gates cannot be decided', undecided)] : []),
  ];
}

/** What the welcome text speaks of; where there are rows, there is none. */
function stateOf(reviews: readonly FolderReview[]): ReviewState {
  const [only, second] = reviews;
  if (!only) return 'off';
  if (second) return 'ready';
  if (only.state === 'indexing') return 'loading';
  if (only.state !== 'compared') return only.state;
  return isUnchanged(only) ? 'unchanged' : 'ready';
}
