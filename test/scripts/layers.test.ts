import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { LAYERS, layersFile } from '../../scripts/lint/layers.ts';

describe('the rules of layers', () => {
  it('stand in the configuration of the linter as they follow from their order; npm run lint:layers writes them', () => {
    assert.equal(readFileSync('.oxlintrc.layers.json', 'utf8'), layersFile());
  });

  it('hold for every folder of src', () => {
    const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    assert.deepEqual(new Set(LAYERS.map(({ name }) => name)), new Set(folders.map(({ name }) => name)));
  });
});

describe('the name of our own notation', () => {
  /** Where something is taken for ours because nothing else is said of it; everywhere else what a notation can do is asked of it, whatever its name is. */
  const TAKE_IT_FOR_OURS = [
    'src/formats/notation/notation.ts',
    'src/formats/notations/house/index.ts',
    'src/index/items/items.ts',
    'src/model/notation.ts',
  ];
  const NAME = /\bDEFAULT_NOTATION\b|(?:===|!==|case) 'house'/u;

  it('is known where it is the default, and nowhere else', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const known = files.map((file) => path.posix.join('src', file)).filter((file) => NAME.test(readFileSync(file, 'utf8')));
    assert.deepEqual(known.toSorted(), TAKE_IT_FOR_OURS);
  });
});
