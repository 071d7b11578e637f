/** What an editor keeps of a webview, which is made anew each time it is shown. */
export interface PageState {
  /** As the address of a report has it: `?q=order&status=unmet`. */
  readonly view: string;
  /** Of items whose details was open. */
  readonly open: readonly string[];
  readonly scrolled: number;
  /** False where keys that are pressed alone do nothing. */
  readonly keys: boolean;
}
