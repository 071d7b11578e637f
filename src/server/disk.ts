import { Fitting } from '../workspace/configuration/fitting.ts';
import { filesOnDisk } from '../workspace/files/diskFiles.ts';
import { openProject } from '../workspace/openProject.ts';
import { gitState } from '../workspace/past/gitState.ts';
import { OldTexts } from '../workspace/past/oldTexts.ts';
import { textAt } from '../workspace/past/textAt.ts';
import { suggestionsOnDisk } from '../workspace/suggestionsOnDisk.ts';

/** The machine that the server runs on, with its disk, its programs and git, as far as all features ask it; a browser has none. */
export interface Disk {
  readonly openProject: typeof openProject;
  readonly fit: typeof Fitting.begin;
  /** Files of a folder that are not ignored. */
  readonly filesOf: typeof filesOnDisk;
  readonly suggestionsOf: typeof suggestionsOnDisk;
  readonly oldTexts: () => Pick<OldTexts, 'find' | 'findSoon'>;
  readonly textAt: typeof textAt;
  readonly gitState: typeof gitState;
}

/** This machine: `startServer(connection, { disk: DISK, version, windows: false })`. */
export const DISK: Disk = {
  openProject,
  fit: Fitting.begin,
  filesOf: filesOnDisk,
  suggestionsOf: suggestionsOnDisk,
  oldTexts: () => new OldTexts(),
  textAt,
  gitState,
};
