import assert from 'node:assert/strict';
import { inEnglish } from '../../../../src/model/message.ts';
import { marked, withBlock, withFile, withoutBlock, withoutFile } from '../../../../src/cli/agents/setup/textPiece.ts';

describe('a block in a text that people write', () => {
  const block = marked('Rule.');

  for (const [file, after] of [
    [undefined, `${block}\n`],
    ['', `${block}\n`],
    ['# Mine\n', `# Mine\n\n${block}\n`],
    ['# Mine', `# Mine\n\n${block}\n`],
    [`# Mine\n\n${marked('Old.')}\n\nMore\n`, `# Mine\n\n${block}\n\nMore\n`],
    ['# Mine\r\n', `# Mine\r\n\r\n${block.replaceAll('\n', '\r\n')}\r\n`],
  ] as const)
    it(`is put into ${JSON.stringify(file)}`, () => {
      assert.deepEqual(withBlock(file, 'Rule.'), { kind: 'text', text: after });
      assert.deepEqual(withBlock(after, 'Rule.'), { kind: 'same' });
    });

  for (const [file, after] of [
    [`${block}\n`, undefined],
    [`# Mine\n\n${block}\n`, '# Mine\n'],
    [`# Mine\n\n${block}\n\nMore\n`, '# Mine\n\nMore\n'],
    [`# Mine\r\n\r\n${block.replaceAll('\n', '\r\n')}\r\n`, '# Mine\r\n'],
  ] as const)
    it(`is taken out of ${JSON.stringify(file)}`, () =>
      assert.deepEqual(withoutBlock(file), after === undefined ? { kind: 'gone' } : { kind: 'text', text: after }));

  it('is left alone where its markers are not a pair', () => {
    const [begin = '', ...rest] = block.split('\n');
    for (const file of [begin, rest.join('\n'), `${block}\n${block}`, `${rest.join('\n')}\n${begin}`])
      for (const { kind } of [withBlock(file, 'Rule.'), withoutBlock(file)]) assert.equal(kind, 'refused', file);
    assert.deepEqual(withoutBlock('# Mine\n'), { kind: 'same' });
  });
});

describe('a file of ours', () => {
  it('is renewed and deleted, unless somebody else wrote it', () => {
    assert.deepEqual(withFile(undefined, 'by us 2', 'by us'), { kind: 'text', text: 'by us 2' });
    assert.deepEqual(withFile('by us 1', 'by us 2', 'by us'), { kind: 'text', text: 'by us 2' });
    assert.deepEqual(withFile('by us 2', 'by us 2', 'by us'), { kind: 'same' });
    assert.deepEqual(withoutFile('by us 1', 'by us'), { kind: 'gone' });
    for (const outcome of [withFile('theirs', 'by us 2', 'by us'), withoutFile('theirs', 'by us')])
      assert.equal(outcome.kind === 'refused' && inEnglish(outcome.why), 'it was not written by "reqtrace agents"');
  });
});
