import assert from 'node:assert/strict';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import { createExtractor } from '../../../src/formats/extraction/extract.ts';
import { NOTATIONS } from '../../../src/formats/notations/registry.ts';
import { packedText } from '../../../src/formats/packed/packedText.ts';
import { TraceIndex } from '../../../src/index/traceIndex.ts';
import { BYTE_FORMATS } from '../../../src/report/export/bytes.ts';
import { TODAY } from '../../support/index/build.ts';

function indexOf(files: Readonly<Record<string, string>>): TraceIndex {
  const extractor = createExtractor(DEFAULT_CONFIGURATION);
  const index = new TraceIndex({ configuration: DEFAULT_CONFIGURATION, today: TODAY, notations: NOTATIONS });
  index.update(Object.entries(files).map(([path, text]) => ({ path, facts: extractor.extract(path, text) })));
  return index;
}

const FILES = {
  'docs/a.md':
    '## REQ-1: Boil &<5\n\n**Status**: Approved\n\nIt boils.\n\n**Acceptance Criteria**\n\n- It boils\n\n## REQ-2: Lid\n\nIt is shut.\n\n**Covers**: REQ-1, SYS-9\n',
  'src/a.c': '// @implements REQ-1/AC1\nvoid f() {}\n',
};

function exported(format: string, files: Readonly<Record<string, string>>): ReadonlyMap<string, Uint8Array> {
  const made = BYTE_FORMATS[format]?.({ view: indexOf(files), name: 'a', repository: 'kettle', commit: 'c0ffee' });
  assert.ok(made);
  return made;
}

async function tableOf(bytes: Uint8Array | undefined): Promise<readonly Record<string, unknown>[]> {
  assert.ok(bytes);
  return parquetReadObjects({ file: bytes.slice().buffer });
}

// @verifies RT-6.1/AC25
describe('exports that are not text', () => {
  it('are tables that others read, each row with its repository and commit', async () => {
    const files = exported('parquet', FILES);
    assert.deepEqual([...files.keys()], ['items.parquet', 'links.parquet', 'findings.parquet', 'results.parquet']);
    const items = await tableOf(files.get('items.parquet'));
    assert.deepEqual(items[0], {
      repository: 'kettle',
      commit: 'c0ffee',
      key: 'docs/a#REQ-1',
      id: 'REQ-1',
      namespace: 'docs/a',
      parent: null,
      notation: 'house',
      kind: 'requirement',
      title: 'Boil &<5',
      text: 'It boils.',
      status: 'partial',
      needs: 'implements,verifies',
      attributes: '{"Status":"Approved"}',
      file: 'docs/a.md',
      line: 1,
    });
    assert.deepEqual(
      items.map(({ id, parent }) => [id, parent]),
      [
        ['REQ-1', null],
        ['REQ-1/AC1', 'docs/a#REQ-1'],
        ['REQ-2', null],
      ],
    );
    const links = await tableOf(files.get('links.parquet'));
    assert.deepEqual(
      links.map(({ kind, from_key: from, target, resolved, stale, file, line, declaration }) => [
        kind,
        from,
        target,
        resolved,
        stale,
        file,
        line,
        declaration,
      ]),
      [
        ['covers', 'docs/a#REQ-2', 'docs/a#REQ-1', true, null, 'docs/a.md', 15, null],
        ['covers', 'docs/a#REQ-2', 'SYS-9', false, null, 'docs/a.md', 15, null],
        ['implements', null, 'docs/a#REQ-1/AC1', true, false, 'src/a.c', 1, 'f()'],
      ],
    );
    const findings = await tableOf(files.get('findings.parquet'));
    assert.ok(findings.some(({ code, repository }) => code === 'unmet-criterion' && repository === 'kettle'));
    assert.deepEqual(await tableOf(files.get('results.parquet')), []);
    const metadata = parquetMetadata(files.get('items.parquet')?.slice().buffer ?? new ArrayBuffer(0));
    assert.deepEqual(metadata.key_value_metadata, [{ key: 'reqtrace.schema', value: '1' }]);
  });

  it('are a workbook that is read back', () => {
    const packed = packedText(exported('xlsx', FILES).get('') ?? new Uint8Array(), 1024 * 1024);
    assert.equal(packed?.kind, 'text');
    const text = packed?.kind === 'text' ? packed.text : '';
    const { requirements, problems } = createExtractor(DEFAULT_CONFIGURATION).extract('customer/a.xlsx', text);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      requirements.map(({ localId, title, text: body, covers }) => [localId, title, body, covers.map(({ id }) => id)]),
      [
        ['REQ-1', 'Boil &<5', 'It boils.', []],
        ['REQ-1/AC1', 'It boils', '', ['REQ-1']],
        ['REQ-2', 'Lid', 'It is shut.', ['REQ-1']],
      ],
    );
  });

  for (const format of Object.keys(BYTE_FORMATS))
    it(`are the same for the same files in whatever order, and there without any (${format})`, () => {
      assert.deepEqual(exported(format, Object.fromEntries(Object.entries(FILES).toReversed())), exported(format, FILES));
      assert.ok(exported(format, {}).size > 0);
    });
});
