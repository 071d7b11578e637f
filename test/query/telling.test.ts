import assert from 'node:assert/strict';
import type { Configuration } from '../../src/model/configuration.ts';
import { isTold, loudnessOf } from '../../src/query/telling.ts';
import { workspace } from '../support/editor/workspace.ts';

const DOCUMENT = '## REQ-1: Keep\n\nAcceptance Criteria:\n\n- AC1: Orders are kept\n\n## REQ-1: Twice\n\n**Covers**: REQ-9\n';
const CASES: readonly {
  readonly what: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly configuration?: Partial<Configuration>;
  readonly wish?: 'annotations' | 'all' | 'off';
  readonly loudness: 'annotations' | 'all' | 'off';
  /** Codes of what is told, each once. */
  readonly told: readonly string[];
}[] = [
  { what: 'nothing but documents', loudness: 'annotations', told: [] },
  {
    what: 'an annotation that means nothing',
    files: { 'src/a.ts': '// @implements REQ-8\n' },
    loudness: 'annotations',
    told: ['unknown-reference'],
  },
  { what: 'a mention that means nothing', files: { 'src/a.ts': '// see REQ-8\n' }, loudness: 'annotations', told: [] },
  { what: 'an annotation that nobody can read', files: { 'src/a.ts': '// @implements REQ-1/\n' }, loudness: 'annotations', told: [] },
  {
    what: 'titles of tests, which teams number anyway',
    files: { 'test/a.test.ts': "it('REQ-1/AC1 keeps', () => {});\n" },
    loudness: 'annotations',
    told: [],
  },
  {
    what: 'a first link',
    files: { 'src/a.ts': '// @implements REQ-1/AC1\n' },
    loudness: 'all',
    told: ['duplicate-id', 'unknown-reference', 'unmet-criterion'],
  },
  {
    what: 'a reqtrace.yaml',
    files: { 'reqtrace.yaml': '' },
    loudness: 'all',
    told: ['duplicate-id', 'unknown-reference', 'unmet-criterion'],
  },
  {
    what: 'a team that wishes few',
    files: { 'reqtrace.yaml': 'problems: annotations', 'src/a.ts': '// @implements REQ-8, REQ-1/AC1\n' },
    configuration: { problems: 'annotations' },
    loudness: 'annotations',
    told: ['unknown-reference'],
  },
  {
    what: 'a team that wishes none',
    configuration: { problems: 'off' },
    files: { 'src/a.ts': '// @implements REQ-8\n' },
    loudness: 'off',
    told: [],
  },
  {
    what: 'a person who wishes all, whatever the team does',
    configuration: { problems: 'off' },
    wish: 'all',
    loudness: 'all',
    told: ['duplicate-id', 'unknown-reference', 'unmet-criterion'],
  },
  {
    what: 'a person who wishes none, whatever the team does',
    files: { 'src/a.ts': '// @implements REQ-8\n' },
    configuration: { problems: 'all' },
    wish: 'off',
    loudness: 'off',
    told: [],
  },
  {
    what: 'a broken reqtrace.yaml',
    files: { 'reqtrace.yaml': 'version: 9\n' },
    wish: 'annotations',
    loudness: 'annotations',
    told: ['config-error'],
  },
];

describe('what is told unasked', () => {
  for (const { what, files = {}, configuration = {}, wish, loudness, told } of CASES) {
    // @verifies RT-4.2/AC26~ed67bf, RT-7.4/AC4~a79a68
    it(`of ${what}: ${told.join(', ') || 'nothing'}`, () => {
      const { view } = workspace({ 'docs/a.md': DOCUMENT, ...files }, configuration);
      assert.equal(loudnessOf(view, wish), loudness);
      const codes = view
        .allFindings()
        .filter((finding) => isTold(finding, loudness, view))
        .map(({ code }) => code);
      assert.deepEqual([...new Set(codes)].sort(), told);
    });
  }
});
