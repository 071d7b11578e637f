import assert from 'node:assert/strict';
import { completion } from '../../src/editor/completion/completion.ts';
import { hover } from '../../src/editor/hover/hover.ts';
import { definition } from '../../src/editor/navigation/definition.ts';
import { references } from '../../src/editor/navigation/references.ts';
import { place } from '../support/editor/navigation.ts';
import { uriOf, workspace } from '../support/editor/workspace.ts';

const TEXT = '## 1.1 Größe\n\n**Acceptance Criteria**:\n\n- It fits\n\n## REQ-7: Pay\n\nThe order.\n';
const FILES = { 'docs/.vitepress/config.ts': '', 'docs/stock.md': TEXT };
const inCode = (text: string): ReturnType<typeof workspace> =>
  workspace({ ...FILES, 'src/b.ts': '// @implements stock#11-größe\n// @implements stock#REQ-7\n', 'src/a.ts': text });

describe('The anchor that a site makes of a heading, written as a reference', () => {
  const CASES: readonly (readonly [reference: string, words: string, line: number, users: readonly string[]])[] = [
    ['stock#_1-1-gr|oße', 'Größe', 1, ['src/a.ts:1', 'src/b.ts:1']],
    ['docs/stock#_1-1-gr|oße', 'Größe', 1, ['src/a.ts:1', 'src/b.ts:1']],
    ['stock#_1-1-große/A|C1', 'It fits', 5, ['src/a.ts:1']],
    ['stock#req-7-p|ay', 'REQ-7 Pay', 7, ['src/a.ts:1', 'src/b.ts:2']],
    ['stock#11-gr|öße', 'Größe', 1, ['src/a.ts:1', 'src/b.ts:1']],
  ];
  for (const [reference, words, line, users] of CASES) {
    const { view, path, position } = inCode(`// @implements ${reference}\n`);
    // @verifies RT-1.6/AC2~39d717
    it(`${reference} has the text of its requirement in its hover`, () => {
      assert.ok(JSON.stringify(hover(view, path, position, uriOf)?.contents).includes(words));
    });
    // @verifies RT-1.6/AC2~39d717
    it(`${reference} leads to where it is defined`, () => {
      assert.deepEqual(definition(view, path, position, uriOf)?.map(place), [`docs/stock.md:${line}`]);
    });
    // @verifies RT-1.6/AC2~39d717
    it(`${reference} is one of the references of its requirement, whatever they call it`, () => {
      assert.deepEqual(references(view, path, position, false, uriOf)?.map(place).toSorted(), users);
    });
  }

  const TYPED: readonly (readonly [typed: string, offered: readonly string[]])[] = [
    ['stock#', ['stock#11-größe', 'stock#REQ-7']],
    ['stock#_1', ['stock#_1-1-große', 'stock#REQ-7']],
    ['stock#req-7-', ['stock#11-größe', 'stock#req-7-pay']],
    ['stock#REQ', ['stock#11-größe', 'stock#REQ-7']],
    ['stock#_1-1-große/', ['stock#_1-1-große/AC1']],
    ['_1-1', ['docs/stock#_1-1-große', 'REQ-7']],
  ];
  for (const [typed, offered] of TYPED) {
    // @verifies RT-1.6/AC2~39d717
    it(`is offered when its beginning is typed: ${typed}`, () => {
      const { view, text, position, extractor } = inCode(`// @implements ${typed}|\n`);
      const items = completion(view, text, position, extractor)?.items ?? [];
      assert.deepEqual(items.map(({ textEdit }) => textEdit?.newText ?? '').toSorted(), [...offered].toSorted());
    });
  }
});
