import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
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
