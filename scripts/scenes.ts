import type { Workbench } from '../test/vscode/page.ts';

/** One picture: what is opened, and what is done before the picture is taken. */
export interface Scene {
  /** First part of the picture's file name: `tree`. */
  readonly name: string;
  /** The folder to open a copy of, relative to the repository root. */
  readonly folder: string;
  /** Brings the window into the state to be shown, and returns when it is there. */
  readonly arrange: (workbench: Workbench) => Promise<void>;
}

const SHOP = 'examples/shop';

/** All pictures that `npm run screenshots` takes. */
export const scenes: readonly Scene[] = [
  {
    name: 'workbench',
    folder: SHOP,
    arrange: async (workbench) => {
      await workbench.openFile('README.md');
      await workbench.settle();
    },
  },
];
