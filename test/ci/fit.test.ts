import assert from 'node:assert/strict';
import { fit } from '../../ci/github/fit.mjs';

const NOTE = '_cut_';
const fold = (name: string, size: number): string => `<details><summary>${name}</summary>\n\n${'x'.repeat(size)}\n\n</details>\n\n`;

describe('fit', () => {
  it('leaves alone what is short enough', () => assert.equal(fit('# A\n', 4, NOTE), '# A\n'));

  it('drops folds from the last one up, as many as it must', () => {
    const text = `# A\n\n${fold('one', 100)}between\n\n${fold('two', 100)}${fold('three', 100)}`;
    assert.equal(fit(text, 400, NOTE), `# A\n\n${fold('one', 100)}between\n\n${fold('two', 100).trimEnd()}\n\n${NOTE}\n`);
    assert.equal(fit(text, 200, NOTE), `# A\n\n${fold('one', 100)}between\n\n${NOTE}\n`);
    assert.equal(fit(text, 60, NOTE), `# A\n\nbetween\n\n${NOTE}\n`);
  });

  it('drops lines where no fold is left', () => {
    assert.equal(fit(`one\ntwo\nthree\n${fold('a', 9)}`, 16, NOTE), `one\ntwo\n\n${NOTE}\n`);
  });

  it('counts bytes, not characters', () => {
    for (let bytes = 20; bytes < 400; bytes += 7) {
      const fitted = fit(`${'ä↔🙂 '.repeat(20)}\n${'é\n'.repeat(50)}${fold('✅', 30)}`, bytes, NOTE);
      assert.ok(Buffer.byteLength(fitted) <= bytes, `${bytes}`);
    }
  });
});
