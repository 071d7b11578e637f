import { FolderReviewer } from './folderReviewer.ts';
import { reviewWith } from './reviewWith.ts';
import { VirtualReviewer } from './virtualReviewer.ts';

/** The view *Review* where there is git, and of folders that have none. */
export const review = reviewWith((folder, session) =>
  folder.isVirtual ? new VirtualReviewer(folder, session) : new FolderReviewer(folder, session.log),
);
