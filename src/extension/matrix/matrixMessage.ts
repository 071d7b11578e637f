/** What the page *Traceability matrix* may ask for. */
export type MatrixMessage =
  /** Opens a file of the workspace folder; `line` counts from 1. */
  | { readonly type: 'open'; readonly file: string; readonly line: number }
  | { readonly type: 'export' }
  /** It runs, and can be brought up to date. */
  | { readonly type: 'ready' }
  /** It has to be loaded, since it cannot be brought up to date, at the item that it was to be opened at. */
  | { readonly type: 'reload'; readonly goTo?: string }
  /** Shows an item in the view *Requirements*. */
  | { readonly type: 'reveal'; readonly key: string };

const MOST_LINES = 0x7f_ff_ff_ff;

/** A message of the webview, or undefined for what none of its own would send: another type, a path that leads out of the folder, a line that is not one. */
export function parseMatrixMessage(message: unknown): MatrixMessage | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { type, file, line, key, goTo } = message as Readonly<Record<string, unknown>>;
  if (type === 'export' || type === 'ready') return { type };
  if (type === 'reload') return { type, ...(typeof goTo === 'string' && goTo !== '' && { goTo }) };
  if (type === 'reveal') return typeof key === 'string' && key !== '' ? { type, key } : undefined;
  if (type !== 'open' || typeof file !== 'string' || typeof line !== 'number') return undefined;
  return isInside(file) && Number.isInteger(line) && line >= 1 && line <= MOST_LINES ? { type, file, line } : undefined;
}

/** True for a path that is relative and stays below its folder: `docs/a.md`. */
function isInside(path: string): boolean {
  return (
    path !== '' &&
    !/^[\\/]|^[a-z]:|[\0\\]/iu.test(path) &&
    path.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..')
  );
}
