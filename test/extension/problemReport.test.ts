import assert from 'node:assert/strict';
import { anonymous, problemReport } from '../../src/extension/commands/problemReport.ts';

describe('a report of a problem', () => {
  const lines: readonly [line: string, shown: string][] = [
    ['orders: 3 documents indexed in 12 ms', 'FOLDER: 3 documents indexed in 12 ms'],
    ['cannot read /home/anna/orders/docs/a.md', 'cannot read PATH'],
    ['at open (C:\\Users\\anna\\x.ts:3:1)', 'at open (PATH)'],
    ['file:///home/anna/secret%20plan.md gone', 'PATH gone'],
    ['docs/prices and src\\stock.ts', 'PATH and PATH'],
    ['../up/there.md, ./here, ~/notes', 'PATH, PATH, PATH'],
    ['secret-plan.md has "the text of a line"', 'FILE has "…"'],
    ['`IP-1.1` and “Preise”', '"…" and "…"'],
    ['reqtrace.yaml has errors', 'reqtrace.yaml has errors'],
    ['REQ-2 is already used in docs/a.md, line 13. Choose another ID', 'ID is already used in PATH, line 13. Choose another ID'],
    ['IP-1.2.1, FR-001. NFR-SEC-04 and US_12a, req~stock~1', 'ID, ID. ID and ID, ID'],
    ['Code: -32803, exit 137, 2026-11-30T08:00:00', 'Code: -32803, exit 137, 2026-11-30T08:00:00'],
    ['Activated in 12.5 ms', 'Activated in 12.5 ms'],
    ['\\\\server\\share\\plan here', 'PATH here'],
  ];
  for (const [line, shown] of lines) it(`says ${shown} for ${line}`, () => assert.equal(anonymous(line, ['orders']), shown));

  // @verifies RT-7.4/AC5~cd5702
  it('has versions, counts, notations and no name of a folder', () => {
    const counts = { failing: 0, stale: 0, unmet: 3, partial: 0, met: 1, waived: 0, exempt: 0 };
    const text = problemReport({
      version: '0.1.0',
      editor: 'Code 1.100.0',
      system: 'linux x64',
      language: 'en',
      remote: 'none',
      trusted: true,
      health: 'running',
      folders: [
        {
          uri: 'file:///home/anna/orders',
          name: 'orders',
          phase: 'ready',
          counts,
          found: { criteria: 4, documents: 2, linked: true, setUp: false },
          notations: [{ name: 'kiro', files: 2 }],
          doubts: ['"doc/**" of documents matches no file that is read'],
        },
      ],
      log: ['orders: read'],
    });
    assert.match(text, /ReqTrace 0\.1\.0, Code 1\.100\.0, linux x64/u);
    assert.match(
      text,
      /- folder 1: ready, reqtrace\.yaml none, 4 criteria in 2 documents, linked, 3 unmet, 1 met, kiro in 2 documents, 0 files not read, 1 doubt/u,
    );
    assert.doesNotMatch(text, /orders|anna|doc\/\*\*/u);
  });
});
