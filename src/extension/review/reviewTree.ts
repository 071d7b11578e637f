import type { Disposable, TreeDataProvider, TreeItem } from 'vscode';
import { EventEmitter } from 'vscode';
import type { FolderReview } from '../../server/reviewProtocol.ts';
import { reviewItem, reviewTooltip } from './reviewItem.ts';
import type { ReviewRow } from './reviewRows.ts';
import { childRows, topRows } from './reviewRows.ts';
import type { ViewedEntries } from './viewedEntries.ts';

// @implements RT-7.5~b9b615
/** The rows of the view *Review*: what the server answered last. */
export class ReviewTree implements TreeDataProvider<ReviewRow>, Disposable {
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #viewed: ViewedEntries;
  #reviews: readonly FolderReview[] = [];
  #drawn = '';

  constructor(viewed: ViewedEntries) {
    this.#viewed = viewed;
  }

  /** What it shows. */
  get reviews(): readonly FolderReview[] {
    return this.#reviews;
  }

  /** Shows another answer; one that is the same is not drawn again. */
  show(reviews: readonly FolderReview[]): void {
    const text = JSON.stringify(reviews);
    if (text === this.#drawn) return;
    this.#drawn = text;
    this.#reviews = reviews;
    this.#changed.fire(undefined);
  }

  getTreeItem(row: ReviewRow): TreeItem {
    return reviewItem(row, this.#viewed);
  }

  getParent(row: ReviewRow): ReviewRow | undefined {
    return row.parent;
  }

  getChildren(row?: ReviewRow): ReviewRow[] {
    return row ? childRows(row) : topRows(this.#reviews);
  }

  resolveTreeItem(item: TreeItem, row: ReviewRow): TreeItem {
    const tooltip = reviewTooltip(row);
    if (tooltip) item.tooltip = tooltip;
    return item;
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
