import type { CancellationToken } from 'vscode-languageserver';
import type { FilePath } from '../../../model/position.ts';
import type { Reviewed } from '../../reviewing.ts';
import type { BaseChoice, FolderReview } from '../../reviewProtocol.ts';

/** Compares one workspace folder with a base. */
export interface Reviewer {
  /** What differed when it was last asked, where marks in the text may follow it. */
  readonly last: Reviewed | undefined;
  /** To be called when a file of the folder, or its repository, may have changed. */
  diskChanged(path?: FilePath): void;
  /** Undefined when the question was taken back. */
  review(choice: BaseChoice, token: CancellationToken): Promise<FolderReview | undefined>;
  dispose(): void;
}
