import assert from 'node:assert/strict';
import { Client, TestFolder } from '../support/server/client.ts';

const DOCUMENT = '## REQ-1: Pay\n\n**Acceptance Criteria**:\n- An order is paid\n';
const GONE = 'docs/gone.md';
const MORE = '## REQ-2: Refund\n\n**Acceptance Criteria**:\n- A refund is paid\n';

describe('a file that is deleted', () => {
  let client: Client;
  let folder: TestFolder;

  beforeEach(async () => {
    folder = new TestFolder({ 'docs/kept.md': DOCUMENT, [GONE]: MORE });
    client = Client.ofServerHere();
    await client.start([folder]);
    await counted(2);
  });

  afterEach(async () => {
    await client.stop();
    folder.remove();
  });

  const counted = (unmet: number): Promise<void> => client.until(`${unmet} unmet`, () => client.state.folders[0]?.counts.unmet === unmet);
  const steps = {
    open: () => client.open(folder.uriOf(GONE), MORE, 'markdown'),
    type: () => client.type(folder.uriOf(GONE), 3, 0, 0, '- One more\n'),
    remove: async () => folder.remove(GONE),
    removeFolder: async () => folder.remove('docs'),
    tell: () => client.watched({ uri: folder.uriOf(GONE), type: 3 }),
    tellFolder: () => client.watched({ uri: folder.uriOf('docs'), type: 3 }),
    close: () => client.close(folder.uriOf(GONE)),
    write: async () => folder.write(GONE, MORE),
    tellNew: () => client.watched({ uri: folder.uriOf(GONE), type: 1 }),
  };
  type Step = keyof typeof steps;

  // A change of another file, told last, shows that everything before it was taken up.
  async function settle(unmet: number): Promise<void> {
    folder.write('docs/other.md', '## REQ-9: Other\n\n**Acceptance Criteria**:\n- a\n- b\n- c\n- d\n');
    await client.watched({ uri: folder.uriOf('docs/other.md'), type: 1 });
    await counted(unmet + 4);
  }

  const cases: [what: string, steps: Step[], unmet: number, findings: string[]][] = [
    ['counts no longer', ['remove', 'tell'], 1, []],
    ['counts as long as an editor has it open', ['open', 'remove', 'tell'], 2, ['unmet-criterion@4']],
    ['counts as it is typed in the editor', ['open', 'remove', 'tell', 'type'], 3, ['unmet-criterion@4', 'unmet-criterion@5']],
    ['counts no longer once it is closed', ['open', 'remove', 'tell', 'close'], 1, []],
    ['counts no longer once it is closed, with what was typed', ['open', 'type', 'remove', 'tell', 'close'], 1, []],
    ['counts no longer when it is closed before the deletion is told', ['open', 'remove', 'close', 'tell'], 1, []],
    ['counts no longer when the deletion is never told', ['open', 'remove', 'close'], 1, []],
    ['counts while it is open and its folder goes', ['open', 'removeFolder', 'tellFolder'], 1, ['unmet-criterion@4']],
    ['counts no longer when its folder goes and it is closed', ['open', 'removeFolder', 'tellFolder', 'close'], 0, []],
    ['counts again when it is written again', ['open', 'remove', 'tell', 'close', 'write', 'tellNew'], 2, ['unmet-criterion@4']],
  ];
  for (const [what, does, unmet, findings] of cases) {
    it(`${what}: ${does.join(', ')}`, async () => {
      for (const step of does) await steps[step]();
      await settle(unmet);
      assert.deepEqual(client.codes(folder.uriOf(GONE)), findings);
    });
  }
});
