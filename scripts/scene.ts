import type { Workbench } from '../test/vscode/page.ts';

/** One picture: what is opened, and what is done before the picture is taken. */
export interface Scene {
  /** First part of the picture's file name: `tree`. */
  readonly name: string;
  /** The folder to open a copy of, relative to the repository root; or what makes one to be opened as it is, and gives its absolute path. */
  readonly folder: string | (() => string);
  /** Brings the window into the state to be shown, and returns when it is there. */
  readonly arrange: (workbench: Workbench) => Promise<void>;
}

/** Waits until the status bar says how many criteria are met. */
export async function indexed(workbench: Workbench): Promise<void> {
  await workbench.until(
    'status bar',
    () => workbench.statusBarText(),
    (items) => items.some((item) => item.endsWith('criteria met')),
    60,
  );
}
