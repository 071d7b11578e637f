import type { Disposable, Event } from 'vscode';
import { EventEmitter, extensions, Uri } from 'vscode';
import type { BaseParams, ToldBase, UntoldBase } from '../../server/baseProtocol.ts';
import type { BaseAddress } from '../../server/reviewProtocol.ts';
import type { ToldDescription, ToldRepository } from './toldBase.ts';
import { toldBase } from './toldBase.ts';

const PULL_REQUESTS = 'GitHub.vscode-pull-request-github';
const GIT = 'vscode.git';

/** A repository as both interfaces have it, as far as it is asked for. */
interface Repository extends ToldRepository {
  readonly rootUri: Uri;
  readonly state: ToldRepository['state'] & { readonly onDidChange?: Event<void> };
  show?(ref: string, path: string): Promise<string>;
  buffer?(ref: string, path: string): Promise<Uint8Array>;
}

interface Repositories {
  readonly repositories?: readonly Repository[];
  readonly onDidOpenRepository?: Event<Repository>;
}

interface PullRequests extends Repositories {
  getGitProvider?(uri: Uri): Repositories | undefined;
  getRepositoryDescription?(uri: Uri): Promise<ToldDescription | undefined>;
}

/**
 * What other extensions tell, in interfaces that they publish, of the base of a folder that no disk has: GitHub Pull Requests, where GitHub Repositories registers its
 * repositories, and Git.
 */
export class PublicBase implements Disposable {
  readonly #changed = new EventEmitter<void>();
  /** Fires when a repository was opened, or is in another state. */
  readonly onChanged = this.#changed.event;
  readonly #followed = new Map<object, Disposable>();

  /** Answers the server. */
  async base({ folder, base }: BaseParams): Promise<ToldBase | UntoldBase> {
    const uri = Uri.parse(folder);
    const { api, all } = await this.#repositories();
    if (!all) return { untold: 'noExtension' };
    const repository = holding(all, uri);
    if (!repository) return { untold: 'noRepository' };
    this.#follow(repository, repository.state.onDidChange);
    const description = await api?.getRepositoryDescription?.(uri).catch(() => undefined);
    return toldBase(repository, description, uri, base);
  }

  /** The text of a file as a commit has it; undefined where it cannot be had. */
  async text({ folder, commit, path }: BaseAddress): Promise<string | undefined> {
    const uri = Uri.parse(folder);
    const { all } = await this.#repositories();
    const repository = holding(all ?? [], uri);
    const file = Uri.joinPath(uri, path).fsPath.replaceAll('\\', '/');
    try {
      if (repository?.show) return await repository.show(commit, file);
      const bytes = await repository?.buffer?.(commit, file);
      return bytes && new TextDecoder().decode(bytes);
    } catch {
      return undefined;
    }
  }

  dispose(): void {
    for (const followed of this.#followed.values()) followed.dispose();
    this.#changed.dispose();
  }

  /** None where neither extension is there. */
  async #repositories(): Promise<{ readonly api: PullRequests | undefined; readonly all: readonly Repository[] | undefined }> {
    const api = await exportsOf<PullRequests>(PULL_REQUESTS);
    const git = await exportsOf<{ getAPI?(version: 1): Repositories }>(GIT);
    let git1: Repositories | undefined;
    try {
      git1 = git?.getAPI?.(1);
    } catch {
      // It is turned off.
    }
    if (!api && !git1) return { api, all: undefined };
    for (const one of [api, git1]) if (one) this.#follow(one, one.onDidOpenRepository);
    return { api, all: [...(api?.repositories ?? []), ...(git1?.repositories ?? [])] };
  }

  #follow(source: object, event: Event<unknown> | undefined): void {
    if (event && !this.#followed.has(source))
      this.#followed.set(
        source,
        event(() => this.#changed.fire()),
      );
  }
}

/** What an extension gives to others; undefined where it is not there, or does not start. */
async function exportsOf<Api>(id: string): Promise<Api | undefined> {
  try {
    return await extensions.getExtension<Api>(id)?.activate();
  } catch {
    return undefined;
  }
}

/** The innermost repository that holds a folder. */
function holding(all: readonly Repository[], { scheme, authority, path }: Uri): Repository | undefined {
  return all
    .filter(({ rootUri }) => rootUri.scheme === scheme && rootUri.authority.toLowerCase() === authority.toLowerCase())
    .filter(({ rootUri }) => `${path}/`.startsWith(`${rootUri.path.replace(/\/$/u, '')}/`))
    .toSorted((a, b) => b.rootUri.path.length - a.rootUri.path.length)[0];
}
