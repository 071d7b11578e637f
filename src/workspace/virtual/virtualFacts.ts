import { version } from '../../../package.json';
import type { Configuration } from '../../model/configuration.ts';
import type { FileRole } from '../../model/facts.ts';
import type { FilePath } from '../../model/position.ts';
import { isRecord } from '../../text/parsed.ts';
import { isScanned } from '../cache/validFacts.ts';
import { readingPart } from '../configuration/workspaceConfiguration.ts';
import { NOTHING } from '../scan/scanned.ts';
import type { Scanned } from '../scan/scanned.ts';

/** A sum over the sources, put in by the bundler: sources that run without it change from one run to the next. */
declare const REQTRACE_BUILD: string | undefined;
const BUILD = typeof REQTRACE_BUILD === 'string' ? REQTRACE_BUILD : undefined;

/** Longer texts are not kept, in UTF-16 code units. */
const LONGEST = 16 * 1024 * 1024;

/** Where one text is kept for a folder until the next start. */
export interface Keeper {
  /** What reads files here beside this program, whose next version may know other letters. */
  readonly engine: string;
  read(): Promise<string | undefined>;
  write(text: string): Promise<void>;
}

/** By path the hash of its content, and what that said; 0 for nothing. */
type Kept = readonly [hash: string, scanned: Scanned | 0];

// @implements RT-8.2/AC6
/**
 * What the contents of a folder without a disk said under one configuration, so that the next start need not take them apart again. They are asked for all the same: times
 * and sizes that such a folder tells need not be true, and a content never changes under its hash.
 */
export class VirtualFacts {
  readonly #keeper: Keeper;
  readonly #under: string;
  readonly #used = new Map<FilePath, Kept>();
  #before: Promise<ReadonlyMap<string, unknown>> | undefined;
  #isOther = false;

  /** @param build what this program is made of; nothing is kept of one that does not know. */
  constructor(keeper: Keeper, configuration: Configuration, build: string | undefined = BUILD) {
    this.#keeper = keeper;
    this.#under = build === undefined ? '' : JSON.stringify([version, build, keeper.engine, readingPart(configuration)]);
  }

  /** A name for a content; undefined where none can be made, as in a page that is not served safely. */
  async hash(bytes: Uint8Array): Promise<string | undefined> {
    const subtle = (globalThis as { crypto?: { subtle?: { digest(name: string, data: Uint8Array): Promise<ArrayBuffer> } } }).crypto
      ?.subtle;
    if (!subtle || this.#under === '') return undefined;
    return Array.from(new Uint8Array(await subtle.digest('SHA-256', bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  /**
   * What the content said there; undefined where that is not known.
   *
   * @param known prefixes of ids that some requirement has: what spoke of others only may have to be read in full now.
   */
  async get(path: FilePath, hash: string, role: FileRole, known: ReadonlySet<string> | undefined): Promise<Scanned | undefined> {
    const kept = (await (this.#before ??= this.#read())).get(path);
    if (!Array.isArray(kept) || kept[0] !== hash) return undefined;
    if (kept[1] === 0) {
      this.#used.set(path, [hash, 0]);
      return NOTHING;
    }
    const scanned: unknown = kept[1];
    if (!isScanned(scanned, path) || (scanned.kind === 'facts' && scanned.facts.role !== role)) return undefined;
    if (scanned.kind === 'asleep' && (!known || scanned.prefixes.some((prefix) => known.has(prefix)))) return undefined;
    this.#used.set(path, [hash, scanned]);
    return scanned;
  }

  set(path: FilePath, hash: string, scanned: Scanned): void {
    this.#used.set(path, [hash, scanned.kind === 'nothing' ? 0 : scanned]);
    this.#isOther = true;
  }

  /** Keeps what is known now, once all files were read. Where that cannot be done, nothing is kept. */
  async save(): Promise<void> {
    if (!this.#isOther) return;
    this.#isOther = false;
    const text = JSON.stringify({ under: this.#under, files: Object.fromEntries(this.#used) });
    if (text.length <= LONGEST) await this.#keeper.write(text).catch(() => undefined);
  }

  async #read(): Promise<ReadonlyMap<string, unknown>> {
    const text = await this.#keeper.read().catch(() => undefined);
    const kept = text === undefined ? undefined : parsed(text);
    const isOurs = isRecord(kept) && kept['under'] === this.#under && isRecord(kept['files']);
    return new Map(isOurs ? Object.entries(kept['files'] as Readonly<Record<string, unknown>>) : []);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
