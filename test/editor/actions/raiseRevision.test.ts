import assert from 'node:assert/strict';
import { offersAt } from '../../../src/editor/actions/offers.ts';
import { perform } from '../../../src/editor/actions/perform.ts';
import { applyEdits, editsByFile, workspaceEdit } from '../../../src/editor/edits.ts';
import type { FileEdits } from '../../../src/editor/edits.ts';
import { uriOf, workspace } from '../../support/editor/workspace.ts';

type Files = Readonly<Record<string, string>>;

/** What the offers at the cursor, `|` in the last file, would make of the files that they change. */
async function made(files: Files): Promise<Readonly<Record<string, Files>>> {
  const { view, reading, path, position } = workspace(files);
  const plain = { ...files, [path]: (files[path] ?? '').replace('|', '') };
  const offers = offersAt(view, reading.ids, path, position).filter(({ title }) => title.includes('evision'));
  const done = await Promise.all(
    offers.map(async ({ title, request }): Promise<[string, Files]> => {
      const result = await perform(view, reading, request, async (one) => plain[one]);
      if ('refusal' in result) return [title, { refused: result.refusal }];
      return [title, changed(plain, result)];
    }),
  );
  return Object.fromEntries(done);
}

function changed(files: Files, { edits }: FileEdits): Files {
  return Object.fromEntries(Array.from(editsByFile(edits), ([path, ofFile]) => [path, applyEdits(files[path] ?? '', ofFile)]));
}

const OFT: Files = {
  'src/a.c': '// [impl->dsn~boil~2]\nvoid a() {}\n',
  'src/old.c': '// [impl->dsn~boil~1]\nvoid b() {}\n',
  'test/a.test.ts': "// [utest->dsn~boil~2]\nit('a', () => {});\n",
};
const TRACEY: Files = { 'src/a.rs': '// r[impl a.one]\nfn a() {}\n', 'src/b.rs': '// r[verify a.one]\nfn b() {}\n' };

// @verifies RT-7.2/AC19
describe('raising a revision', () => {
  it('of OpenFastTrace, where the item is defined, and in the references to its present revision', async () => {
    const text = '# Boil\n`dsn~bo|il~2`\n\nNeeds: impl\n';
    const raised = '# Boil\n`dsn~boil~3`\n\nNeeds: impl\n';
    assert.deepEqual(await made({ ...OFT, 'doc/a.md': text }), {
      'Raise the revision of dsn~boil~2 to 3': { 'doc/a.md': raised },
      'Raise the revision of dsn~boil~2 to 3, here and in its references (2)': {
        'doc/a.md': raised,
        'src/a.c': '// [impl->dsn~boil~3]\nvoid a() {}\n',
        'test/a.test.ts': "// [utest->dsn~boil~3]\nit('a', () => {});\n",
      },
    });
  });

  it('of an item that covers another one in the same document', async () => {
    const text = '`req~a~1`\n\nNeeds: dsn\n\n`dsn~b~1`\n\nCovers:\n* `req~a~1`\n';
    const files = { 'doc/a.md': `|${text}` };
    assert.deepEqual(await made({ 'doc/a.md': text.replace('req~a', 'req~|a') }), {
      'Raise the revision of req~a~1 to 2': { 'doc/a.md': text.replace('req~a~1', 'req~a~2') },
      'Raise the revision of req~a~1 to 2, here and in its references (1)': { 'doc/a.md': text.replaceAll('req~a~1', 'req~a~2') },
    });
    assert.deepEqual(await made(files), {});
  });

  it('of tracey, also from the first version, which is not written', async () => {
    assert.deepEqual(await made({ ...TRACEY, 'docs/spec.md': 'r[a.o|ne]\nOne.\n' }), {
      'Raise the revision of a.one to 2': { 'docs/spec.md': 'r[a.one+2]\nOne.\n' },
      'Raise the revision of a.one to 2, here and in its references (2)': {
        'docs/spec.md': 'r[a.one+2]\nOne.\n',
        'src/a.rs': '// r[impl a.one+2]\nfn a() {}\n',
        'src/b.rs': '// r[verify a.one+2]\nfn b() {}\n',
      },
    });
    assert.deepEqual(await made({ 'docs/spec.md': 'r[a.o|ne+9 level=may]\nOne.\n' }), {
      'Raise the revision of a.one+9 to 10': { 'docs/spec.md': 'r[a.one+10 level=may]\nOne.\n' },
    });
  });

  it('at a reference for a revision that does not exist yet', async () => {
    assert.deepEqual(await made({ 'doc/a.md': '`dsn~boil~2`\n\nNeeds: impl\n', 'src/a.c': '// [impl->dsn~bo|il~4]\n' }), {
      'Raise the revision of dsn~boil~2 to 4': { 'doc/a.md': '`dsn~boil~4`\n\nNeeds: impl\n' },
    });
  });

  it('in all references that are for other revisions', async () => {
    assert.deepEqual(await made({ 'doc/a.md': '`dsn~boil~3`\n\nNeeds: impl\n', ...OFT, 'src/z.c': '// [impl->dsn~bo|il~1]\n' }), {
      'Change all 4 references for other revisions to dsn~boil~3': {
        'src/a.c': '// [impl->dsn~boil~3]\nvoid a() {}\n',
        'src/old.c': '// [impl->dsn~boil~3]\nvoid b() {}\n',
        'src/z.c': '// [impl->dsn~boil~3]\n',
        'test/a.test.ts': "// [utest->dsn~boil~3]\nit('a', () => {});\n",
      },
    });
  });

  it('is not offered for what has a pin', async () => {
    assert.deepEqual(await made({ 'docs/a.md': '## REQ-|1: A\n\nText.\n' }), {});
    assert.deepEqual(
      await made({ 'docs/a.md': '## REQ-1: A\n\nText.\n', 'src/a.ts': '// @implements REQ-|1~999999\nexport function a() {}\n' }),
      {},
    );
  });

  it('lets a person choose the references where the editor can show them first', async () => {
    const { view, reading } = workspace({ ...OFT, 'doc/a.md': '`dsn~boil~2`\n\nNeeds: impl\n' });
    const result = await perform(
      view,
      reading,
      { kind: 'raise', key: 'doc/a#dsn~boil', revision: '3', references: true },
      async () => '`dsn~boil~2`\n\nNeeds: impl\n',
    );
    assert.ok(!('refusal' in result));
    const { changeAnnotations = {}, documentChanges = [] } = workspaceEdit(result, uriOf, {
      documentChanges: true,
      changeAnnotations: true,
    });
    assert.deepEqual(
      Object.values(changeAnnotations).map(({ needsConfirmation }) => needsConfirmation),
      [true],
    );
    const chosen = documentChanges.flatMap((one) =>
      'edits' in one ? one.edits.map((edit) => [one.textDocument.uri, 'annotationId' in edit]) : [],
    );
    assert.deepEqual(chosen, [
      [uriOf('doc/a.md'), false],
      [uriOf('src/a.c'), true],
      [uriOf('test/a.test.ts'), true],
    ]);
  });
});
