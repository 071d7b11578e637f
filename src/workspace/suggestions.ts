import { CarriedCode } from '../formats/carried/carriedCode.ts';
import { languages } from '../formats/languages/registry.ts';
import { compareText } from '../index/order.ts';
import type { FilePath } from '../model/position.ts';
import type { Profile } from '../suggest/profile.ts';
import { profileOf } from '../suggest/profile.ts';
import { Suggester } from '../suggest/suggest.ts';
import { Vocabulary } from '../suggest/vocabulary.ts';
import type { ProfileCache } from './cache/profileCache.ts';
import { Breather } from './pace/breather.ts';
import type { Project } from './project.ts';

/** Terms that may come beside those of the files as they were first read. */
const MOST_NEW = 50_000;

interface Known {
  readonly text: string;
  readonly role: string;
  readonly profile: Profile | undefined;
}

/** What suggestions know of a file; undefined where it declares nothing, a style sheet or a list of settings: it can take no annotation that counts for a function. */
export function profileOfFile(
  path: FilePath,
  text: string,
  role: Profile['role'],
  words = new Vocabulary(),
  cache?: ProfileCache,
): Profile | undefined {
  if (!languages.of(path, text)?.declarations) return undefined;
  const make = (): Profile => profileOf(new CarriedCode({ path, text, role }), words);
  return cache ? cache.of({ path, role, text }, words, make) : make();
}

/** What suggestions can be made of beside the files of a folder. */
export interface SuggestionsBeside {
  /** Where profiles are kept for the next start. */
  readonly cache?: ProfileCache | undefined;
  /** The files of each of the last commits, the newest first. */
  readonly commits?: () => Promise<readonly (readonly FilePath[])[]>;
}

/**
 * Suggested links of a workspace folder: reads its code and tests when it is asked, and again only those that changed. It pauses every few
 * milliseconds, so that a server goes on answering.
 */
export class Suggestions {
  readonly #project: Project;
  readonly #cache: ProfileCache | undefined;
  readonly #commits: SuggestionsBeside['commits'];
  #known: ReadonlyMap<FilePath, Known> = new Map();
  #words = new Vocabulary();
  /** Terms that it had when all files had been read. */
  #terms = 0;

  /** @param beside what there is beside its files, see `suggestionsOnDisk`. */
  constructor(project: Project, { cache, commits }: SuggestionsBeside = {}) {
    this.#project = project;
    this.#cache = cache;
    this.#commits = commits;
  }

  /**
   * What fits what as the files are now.
   *
   * @throws the signal's reason when it is aborted.
   */
  async now(signal?: AbortSignal): Promise<Suggester> {
    const breather = new Breather(signal);
    const profiles = await this.#profiles(breather);
    const steps = Suggester.inSteps(this.#project.index, profiles, this.#words, (await this.#commits?.()) ?? []);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      await breather.pause();
    }
  }

  /** Begins a new vocabulary where most of it may be of texts that are gone. */
  #forget(): void {
    if (this.#words.size <= this.#terms * 2 + MOST_NEW) return;
    this.#words = new Vocabulary();
    this.#known = new Map();
    this.#terms = 0;
  }

  async #profiles(breather: Breather): Promise<readonly Profile[]> {
    this.#forget();
    const known = new Map<FilePath, Known>();
    const files = [...this.#project.index.files].filter(([, role]) => role === 'code' || role === 'test');
    for (const [path, role] of files.sort(([a], [b]) => compareText(a, b))) {
      await breather.pause();
      const text = await this.#project.text(path);
      if (text === undefined || (role !== 'code' && role !== 'test')) continue;
      const before = this.#known.get(path);
      const isSame = before?.text === text && before.role === role;
      known.set(path, isSame ? before : { text, role, profile: profileOfFile(path, text, role, this.#words, this.#cache) });
    }
    this.#known = known;
    this.#terms ||= this.#words.size;
    this.#cache?.save();
    return [...known.values()].flatMap(({ profile }) => profile ?? []);
  }
}
