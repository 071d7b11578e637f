import assert from 'node:assert/strict';
import { zipped, withField } from '../support/archives.ts';
import { reqifFile } from '../support/notations/reqif.ts';
import { Repository, runIn } from '../support/repository.ts';
import { folders } from '../support/workspace/folder.ts';

const make = folders();

/** A delivery as DOORS sends it: the objects in one body, the relations in another. */
function delivery(text: string): Buffer {
  const whole = reqifFile({
    objects: [
      {
        id: '_1',
        attributes: [
          ['ReqIF.ForeignID', 'CU-1'],
          ['ReqIF.Text', text],
        ],
      },
      {
        id: '_2',
        attributes: [
          ['ReqIF.ForeignID', 'CU-2'],
          ['ReqIF.Text', 'The lid stays shut.'],
        ],
      },
    ],
    relations: [['_2', 'satisfies', '_1']],
  });
  const relations = /<SPEC-RELATIONS>.*<\/SPEC-RELATIONS>/su.exec(whole)?.[0] ?? '';
  const second = `<?xml version="1.0"?>\n<REQ-IF><CORE-CONTENT><REQ-IF-CONTENT>\n${relations}\n</REQ-IF-CONTENT></CORE-CONTENT></REQ-IF>\n`;
  return zipped({ 'links.reqif': second, 'objects.reqif': whole.replace(relations, '') });
}

const GATE = 'gates:\n  all:\n    max: { unmet: 0 }\nneeds: []\n';

describe('an archive of ReqIF', () => {
  // @verifies RT-1.4/AC32
  it('is a document with the relations of all its bodies', async () => {
    const { path } = make({ 'customer/a.reqifz': delivery('The kettle shall boil.') });
    const { code, stdout } = await runIn(path, ['list', '--format', 'json']);
    const items = JSON.parse(stdout) as { readonly items: readonly { readonly key: string; readonly title: string }[] };
    assert.deepEqual(
      [code, items.items.map(({ key, title }) => `${key} ${title}`)],
      [0, ['customer/a#CU-1 The kettle shall boil.', 'customer/a#CU-2 The lid stays shut.']],
    );
    const explained = await runIn(path, ['explain', 'customer/a.reqifz']);
    assert.match(explained.stdout, /Object CU-2: a requirement/u);
    assert.match(explained.stdout, /CU-2 covers CU-1/u);
  });

  // @verifies RT-1.4/AC32
  it('is compared with the one before, word by word', async () => {
    const repository = new Repository();
    try {
      repository.write('customer/a.reqifz', delivery('The kettle shall boil.'));
      repository.commit('first delivery');
      repository.write('customer/a.reqifz', delivery('The kettle shall boil quickly.'));
      const { stdout } = await repository.run(['diff', 'HEAD']);
      assert.match(stdout, /CU-1/u);
      assert.match(stdout, /quickly/u);
      assert.doesNotMatch(stdout, /CU-2/u);
    } finally {
      repository.delete();
    }
  });

  // @verifies RT-11.2/AC5
  it('that is damaged leaves a gate undecided, and is named', async () => {
    const { path } = make({
      'reqtrace.yaml': GATE,
      'docs/a.md': '## REQ-1: Boil\n',
      'customer/a.reqifz': withField(delivery('It boils.'), 'central', 16, 1, 4),
    });
    const gate = await runIn(path, ['check', '--gate', 'all']);
    assert.equal(gate.code, 2);
    const check = await runIn(path, ['check', '--all']);
    assert.match(check.stdout, /customer\/a\.reqifz:1:1 .* skipped-file {2}File not read: links\.reqif in the archive is damaged/u);
  });
});
