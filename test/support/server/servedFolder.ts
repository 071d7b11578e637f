import assert from 'node:assert/strict';
import { bundle } from './bundle.ts';
import { Client, TestFolder } from './client.ts';

/** A document of one requirement with two criteria. */
export const LAUNCH = [
  '# Launch',
  '',
  '## IP-1.1: Reserve stock',
  '',
  '**Acceptance Criteria**:',
  '- An order of all the stock is accepted',
  '- An order of more is rejected',
  '',
].join('\n');

/** Code of that requirement. */
export const STOCK = '// @implements IP-1.1\nexport function reserve() {}\n';

/** A test of its first criterion. */
export const TEST = '// @verifies IP-1.1/AC1\ntest("takes all", () => {});\n';

const FILES = { 'docs/launch.md': LAUNCH, 'src/stock.ts': STOCK, 'test/stock.test.ts': TEST };

/** What each test of a group has for itself: a server that is not started yet, and a folder. */
export interface Served {
  readonly client: Client;
  readonly folder: TestFolder;
  /** One more folder, which is gone after the test. */
  readonly folderOf: (files: Readonly<Record<string, string>>) => TestFolder;
}

/**
 * Gives each test of the group that calls it a server and a folder, and sees that the server ends well.
 *
 * @param program starts each server as a user does, as a program of its own.
 */
export function servedFolder(program?: 'as a program'): Served {
  let server: string | undefined;
  let client: Client;
  let folder: TestFolder;
  const folders: TestFolder[] = [];

  function folderOf(files: Readonly<Record<string, string>>): TestFolder {
    const made = new TestFolder(files);
    folders.push(made);
    return made;
  }

  before(async () => {
    if (program) server = await bundle('src/server/main.ts');
  });

  beforeEach(() => {
    client = server === undefined ? Client.ofServerHere() : Client.ofProcess([server, '--stdio']);
    folder = folderOf(FILES);
  });

  afterEach(async () => {
    assert.equal(await client.stop(), 0);
    for (const made of folders.splice(0)) made.remove();
  });

  return {
    get client() {
      return client;
    },
    get folder() {
      return folder;
    },
    folderOf,
  };
}
