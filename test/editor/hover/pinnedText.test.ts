import assert from 'node:assert/strict';
import { comparisonMarkdown, pinnedText, staleAt, textOfPin } from '../../../src/editor/hover/pinnedText.ts';
import { workspace } from '../../support/editor/workspace.ts';

const OLD = '## REQ-1: Pay\n\nBy card.\n\n**Acceptance Criteria**:\n- An order is paid\n- A refund is paid\n';
const NEW = OLD.replace('- An order is paid\n', '').replace('By card', 'By bank');

describe('textOfPin', () => {
  const cases: [what: string, key: string, pinned: string, text: string | undefined][] = [
    ['a requirement', 'docs/a#REQ-1', 'docs/a#REQ-1', 'Pay By card.'],
    ['a criterion', 'docs/a#REQ-1/AC1', 'docs/a#REQ-1/AC1', 'An order is paid'],
    ['a criterion that had another number', 'docs/a#REQ-1/AC1', 'docs/a#REQ-1/AC2', 'A refund is paid'],
    ['no requirement for a criterion', 'docs/a#REQ-1/AC1', 'docs/a#REQ-1', undefined],
  ];
  for (const [what, key, pinned, text] of cases) {
    it(`finds ${what}`, () => {
      const old = workspace({ 'docs/a.md': OLD });
      const item = workspace({ 'docs/a.md': NEW }).view.item(key);
      const before = old.view.item(pinned);
      assert.ok(item && before);
      assert.equal(textOfPin(item, old.view.pin(before), old.extractor.extract('docs/a.md', OLD)), text);
    });
  }
});

describe('staleAt', () => {
  it('is a reference whose pin is not that of the present text', () => {
    const at = (source: string): ReturnType<typeof staleAt> => {
      const { view, path, position } = workspace({ 'docs/a.md': OLD, 'src/a.ts': source });
      return staleAt(view, path, position);
    };
    const stale = at('// @implements REQ|-1~000000');
    assert.deepEqual([stale?.pin, stale && pinnedText(stale.item)], ['000000', 'Pay By card.']);
    assert.equal(at('// @implements REQ|-1'), undefined);
    assert.equal(at('// @impl|ements REQ-1~000000'), undefined);
    assert.equal(at('// @implements REQ-|9~000000'), undefined);
  });
});

describe('comparisonMarkdown', () => {
  it('shows text of the repository as it is written', () => {
    assert.equal(comparisonMarkdown('<b>a</b>', 'b'), String.raw`Pinned to: \<b\>a\</b\>` + '\n\nReads now: b');
  });
});
