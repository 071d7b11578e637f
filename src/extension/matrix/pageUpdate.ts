/** What the panel sends to the page *Traceability matrix* while it runs: the page as it is now, and the item that it is to be opened at. */
export interface PageUpdate {
  readonly type: 'page';
  readonly html: string;
  readonly goTo?: string;
}
