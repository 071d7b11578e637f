import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { LspRange } from './protocol.ts';

/**
 * Request: a test for an item in the framework of the tests around it, or of the project. Params {@link ScaffoldTestParams}, result
 * {@link ScaffoldedTest}, {@link FrameworkChoices} where nothing tells the framework, or an error whose message is safe to show.
 */
export const SCAFFOLD_TEST = 'reqtrace/scaffoldTest';
export interface ScaffoldTestParams {
  readonly folder: string;
  readonly key: string;
  /** The test file to write to; absent to let the server choose the one whose tests are nearest. */
  readonly uri?: string;
  /** The framework that a person chose of {@link FrameworkChoices}; a new file is made then. */
  readonly framework?: string;
}
export interface ScaffoldedTest {
  /** All of it as plain text. */
  readonly edit: WorkspaceEdit;
  /** The file that it is written to. */
  readonly uri: string;
  /** True if that file is yet to be made. */
  readonly isNew: boolean;
  /** Line on which the test begins after the edit, counted from 0. */
  readonly line: number;
  /** Where its body is to be written then. */
  readonly body: LspRange['start'];
  /** The test as a snippet, and where it goes once `before` is done; `edit` is the same without places to fill in. */
  readonly snippet: { readonly position: LspRange['start']; readonly text: string };
  /** Edits of the file that the test needs, such as an import. */
  readonly before: readonly { readonly range: LspRange; readonly newText: string }[];
}
export interface FrameworkChoices {
  /** `Vitest`, `pytest` */
  readonly choices: readonly string[];
}
