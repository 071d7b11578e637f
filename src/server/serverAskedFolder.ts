import type { AskedFolder, BranchReview } from '../agents/askedFolder.ts';
import { inEnglish, say } from '../model/message.ts';
import type { Message } from '../model/message.ts';
import type { FilePath } from '../model/position.ts';
import { asksForBase } from '../model/gate.ts';
import { evaluateGate } from '../query/gates/evaluate.ts';
import { EVERYTHING } from '../query/gates/scope.ts';
import type { Suggester } from '../suggest/suggest.ts';
import { normalPath } from '../text/paths.ts';
import type { Project } from '../workspace/project.ts';
import { UserError } from '../workspace/userError.ts';
import type { Folder } from './folder.ts';
import { isOnDisk, pathInFolder, uriOfPath } from './uris.ts';

/** Why nobody can tell what a branch did. */
const NO_GIT = 'No git is asked here, so nobody can tell what the branch changed; that takes a clone in a trusted window.';

/** A folder of the window as an agent asks about it where no process can run for it: with what editors hold, and without git. */
export class ServerAskedFolder implements AskedFolder {
  readonly #folder: Folder;

  constructor(folder: Folder) {
    this.#folder = folder;
  }

  project(): Promise<Project> {
    return this.#folder.current();
  }

  async suggester(): Promise<Suggester> {
    const suggester = await this.#folder.suggester();
    if (!suggester) throw new UserError(say('{0} is still being read', this.#folder.name));
    return suggester;
  }

  /** From the folder, as a URI, or from the root of where the folder lies. */
  pathIn(given: string): FilePath | undefined {
    const { uri } = this.#folder;
    const path = given.replaceAll('\\', '/');
    if (/^[a-z][a-z\d+.-]+:/iu.test(path)) return pathInFolder(uri, path);
    if (!/^(?:[a-z]:)?\//iu.test(path)) return normalPath(path);
    return pathInFolder(uri, isOnDisk(uri) ? uriOfPath(path) : `${ORIGIN.exec(uri)?.[0] ?? ''}${path}`);
  }

  whyUnread(project: Project, path: FilePath): Promise<Message | undefined> {
    const skipped = project.skipped.find((file) => file.path === path);
    if (skipped) return Promise.resolve(say('not read: {0}', skipped.reason));
    return Promise.resolve(project.index.files.has(path) ? undefined : say('not read: not among the files of the workspace folder'));
  }

  compared(): Promise<never> {
    return Promise.reject(new UserError(NO_GIT));
  }

  /** The gates that ask for no base, and of a folder that was read as a whole. */
  async review(): Promise<BranchReview> {
    const { index, doubt } = await this.project();
    const gates = Object.entries(index.configuration.gates).map(([name, gate]) => {
      const unasked = asksForBase(gate) ? NO_GIT : undefined;
      const why = doubt ? inEnglish(doubt) : unasked;
      return why !== undefined ? { name, why } : { name, verdict: evaluateGate(index, { name, gate, scope: EVERYTHING }) };
    });
    return { report: NO_GIT, gates };
  }

  touchedAfter(): readonly FilePath[] {
    return [];
  }

  /** It is asked only of what a branch changed, which nobody knows here. */
  writtenAfter(): Promise<readonly FilePath[]> {
    return Promise.resolve([]);
  }

  changed(): void {
    // What is written is heard of by the editor.
  }
}

/** What stands in a URI before its path: `vscode-vfs://github`. */
const ORIGIN = /^[^:]+:(?:\/\/[^/?#]*)?/u;
