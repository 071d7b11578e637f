import type { Entry, FolderAccess } from '../../../src/workspace/virtual/folderAccess.ts';

/** Files in memory that are asked for as over a network, and how they were: `new Remote({ 'docs/a.md': '# A' })`. */
export class Remote implements FolderAccess {
  readonly files: Map<string, string | Uint8Array>;
  readonly asked: string[] = [];
  most = 0;
  /** When each file was written; none is known of the others. */
  readonly times = new Map<string, number>();
  #now = 0;

  constructor(files: Readonly<Record<string, string | Uint8Array>>) {
    this.files = new Map(Object.entries(files));
  }

  async entries(path: string): Promise<readonly Entry[] | undefined> {
    await this.#asked(`${path}/`);
    const start = path === '' ? '' : `${path}/`;
    const below = [...this.files.keys()].filter((file) => file.startsWith(start)).map((file) => file.slice(start.length));
    if (path !== '' && below.length === 0) return undefined;
    const entries = new Map(below.map((rest) => [rest.split('/')[0] ?? '', rest.includes('/') ? ('folder' as const) : ('file' as const)]));
    return [...entries];
  }

  async bytes(path: string): Promise<Uint8Array | undefined> {
    await this.#asked(path);
    const content = this.files.get(path);
    return typeof content === 'string' ? new TextEncoder().encode(content) : content;
  }

  written(path: string): Promise<number | undefined> {
    return Promise.resolve(this.times.get(path));
  }

  async #asked(what: string): Promise<void> {
    this.asked.push(what);
    this.#now += 1;
    this.most = Math.max(this.most, this.#now);
    await new Promise((resolve) => setImmediate(resolve));
    this.#now -= 1;
  }
}
