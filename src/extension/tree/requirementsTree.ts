import type { CancellationToken, Disposable, LogOutputChannel, TreeDataProvider, TreeItem } from 'vscode';
import { EventEmitter } from 'vscode';
import { TREE_CHILDREN, TREE_TOOLTIP } from '../../server/protocol.ts';
import type { TreeChildrenParams, TreeNode, TreeOptions } from '../../server/protocol.ts';
import type { LanguageServer } from '../client/languageServer.ts';
import { STEP_IDS, stepRow, stepsHere } from './firstSteps.ts';
import { rowTooltip, treeRow } from './treeRow.ts';

interface Row {
  readonly node: TreeNode;
  readonly parent: string | undefined;
}

/** Asks the server: {@link LanguageServer.request}. */
type Ask = LanguageServer['request'];

// @implements RT-7.1~4e7bfa
/**
 * The rows of the view *Requirements*. A row is known to VS Code by its id alone; what it shows is kept here and
 * fetched from the server when it is first seen, or when the server says that it changed.
 */
export class RequirementsTree implements TreeDataProvider<string>, Disposable {
  readonly #ask: Ask;
  readonly #log: LogOutputChannel;
  readonly #rows = new Map<string, Row>();
  readonly #children = new Map<string | undefined, readonly string[]>();
  readonly #changed = new EventEmitter<string[] | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  #options: TreeOptions;
  #steps: readonly string[] = [];
  #update: Promise<void> = Promise.resolve();

  constructor(ask: Ask, options: TreeOptions, log: LogOutputChannel) {
    this.#ask = ask;
    this.#log = log;
    this.#options = options;
  }

  /** Lays the tree out in another way. */
  setOptions(options: TreeOptions): void {
    this.#options = options;
    this.#rows.clear();
    this.#children.clear();
    this.#changed.fire(undefined);
  }

  /** Puts the rows of first steps above all others, or takes them away. */
  showSteps(shown: boolean): void {
    if (shown === this.#steps.length > 0) return;
    this.#steps = shown ? stepsHere() : [];
    this.#changed.fire(undefined);
  }

  /**
   * Draws rows again: those that the server names, or all. One update at a time, so that an answer never
   * overwrites a later one.
   */
  async update(ids?: readonly string[]): Promise<void> {
    this.#update = this.#update
      .then(() => (ids === undefined ? this.#changed.fire(undefined) : this.#updateRows(ids)))
      .catch((error: unknown) => this.#log.error(`Updating the tree: ${String(error)}`));
    await this.#update;
  }

  /** Takes up rows from the top down, so that the last can be revealed before those above it were opened. */
  adopt(path: readonly TreeNode[]): void {
    let parent: string | undefined;
    for (const node of path) {
      this.#rows.set(node.id, { node, parent });
      parent = node.id;
    }
  }

  /** What a row shows; `undefined` for one that is gone. */
  node(id: string): TreeNode | undefined {
    return this.#rows.get(id)?.node;
  }

  getTreeItem(id: string): TreeItem {
    const step = stepRow(id);
    if (step) return step;
    const row = this.#rows.get(id);
    if (row === undefined) throw new Error(`No row ${id}`);
    return treeRow(row.node);
  }

  getParent(id: string): string | undefined {
    return this.#rows.get(id)?.parent;
  }

  async getChildren(id?: string): Promise<string[]> {
    const rows = await this.#load(id);
    return id === undefined ? [...this.#steps, ...rows] : [...rows];
  }

  async resolveTreeItem(item: TreeItem, id: string, token: CancellationToken): Promise<TreeItem> {
    if (STEP_IDS.includes(id)) return item;
    const tooltip = await this.#ask<string | null>(TREE_TOOLTIP, { id }, token);
    if (tooltip) item.tooltip = rowTooltip(tooltip);
    return item;
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #load(parent: string | undefined): Promise<readonly string[]> {
    const options = this.#options;
    const params: TreeChildrenParams = { options, ...(parent !== undefined && { id: parent }) };
    const nodes = await this.#ask<TreeNode[] | null>(TREE_CHILDREN, params);
    // While the server is away, what was last seen stays.
    if (!nodes || options !== this.#options) return this.#children.get(parent) ?? [];
    const ids = nodes.map((node) => node.id);
    const present = new Set(ids);
    for (const id of this.#children.get(parent) ?? []) {
      if (!present.has(id)) this.#forget(id);
    }
    for (const node of nodes) this.#rows.set(node.id, { node, parent });
    this.#children.set(parent, ids);
    return ids;
  }

  #forget(id: string): void {
    for (const child of this.#children.get(id) ?? []) this.#forget(child);
    this.#children.delete(id);
    this.#rows.delete(id);
  }

  /**
   * The topmost of the changed rows are enough: VS Code asks for what is visible under them. Where rows came or
   * went, their parent is drawn instead.
   */
  async #updateRows(ids: readonly string[]): Promise<void> {
    const changed = new Set(ids.filter((id) => this.#rows.has(id)));
    const topmost = [...changed].filter((id) => !this.#hasAncestorIn(id, changed));
    const draw: (string | undefined)[] = [];
    for (const parent of new Set(topmost.map((id) => this.getParent(id)))) {
      const before = this.#children.get(parent) ?? [];
      const after = await this.#load(parent);
      const same = before.length === after.length && before.every((id, index) => id === after[index]);
      draw.push(...(same ? after.filter((id) => changed.has(id)) : [parent]));
    }
    if (draw.includes(undefined)) this.#changed.fire(undefined);
    else if (draw.length > 0) this.#changed.fire(draw.filter((id) => id !== undefined));
  }

  #hasAncestorIn(id: string, ids: ReadonlySet<string>): boolean {
    for (let parent = this.getParent(id); parent !== undefined; parent = this.getParent(parent)) {
      if (ids.has(parent)) return true;
    }
    return false;
  }
}
