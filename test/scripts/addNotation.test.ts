import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { addNotation, rowsOf, withRows } from '../../scripts/notation/addNotation.ts';
import type { Notation } from '../../src/formats/notation/notation.ts';
import { NOTATION_NAMES } from '../../src/formats/notations/registry.ts';
import { examplesOf, readExample } from '../support/notations/pages.ts';

const REPOSITORY = path.resolve(import.meta.dirname, '../..');

describe('npm run notation', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'reqtrace-notation-'));
  const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
  let files: readonly string[] = [];
  before(() => {
    for (const folder of ['src', 'docs/notations', 'schemas'])
      cpSync(path.join(REPOSITORY, folder), path.join(root, folder), { recursive: true });
    cpSync(path.join(REPOSITORY, 'package.json'), path.join(root, 'package.json'));
    symlinkSync(path.join(REPOSITORY, 'node_modules'), path.join(root, 'node_modules'), 'junction');
    files = addNotation(root, 'tea-house');
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  it('makes a folder and a page, and adds a line to what lists them', () => {
    assert.deepEqual(files, [
      'src/formats/notations/tea-house/index.ts',
      'docs/notations/tea-house.md',
      'src/formats/notations/registry.ts',
      'schemas/reqtrace.schema.json',
      'docs/notations/README.md',
    ]);
    const index = read('docs/notations/README.md');
    assert.match(index, /^\| \[tea-house\]\(tea-house\.md\) \| What this notation is/mu);
    assert.equal(withRows(index, rowsOf(path.join(root, 'docs/notations'))), index);
    const schema = JSON.parse(read('schemas/reqtrace.schema.json'));
    const names = [...NOTATION_NAMES, 'tea-house'];
    assert.deepEqual(schema.properties.notations.anyOf[1].items.enum, ['auto', ...names, ...names.map((name) => `-${name}`)]);
  });

  it('makes one that is registered and reads what its page says', async () => {
    const registry = path.join(root, 'registry.cjs');
    buildSync({ entryPoints: [path.join(root, 'src/formats/notations/registry.ts')], outfile: registry, bundle: true, platform: 'node' });
    const { NOTATIONS } = (await import(pathToFileURL(registry).href)) as { readonly NOTATIONS: readonly Notation[] };
    assert.deepEqual(
      NOTATIONS.map(({ name }) => name),
      [...NOTATION_NAMES, 'tea-house'],
    );
    const examples = examplesOf(read('docs/notations/tea-house.md'));
    assert.equal(examples.length, 2);
    for (const example of examples) assert.equal(readExample(example, NOTATIONS), example.read);
  });

  it('refuses a name that is taken, or none', () => {
    assert.throws(() => addNotation(root, 'house'), /there already/u);
    for (const name of ['class', 'export', 'default', 'chosen']) assert.throws(() => addNotation(root, name), /has another meaning/u, name);
    for (const name of ['', 'Spec Kit', '../x', 'template']) assert.throws(() => addNotation(root, name), /is not a name/u, name);
  });
});
