import assert from 'node:assert/strict';
import { createExtractor } from '../../../src/formats/extraction/extract.ts';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import { inEnglish } from '../../../src/model/message.ts';

const REQUIREMENT = '### Requirement 1: Stock\n\n**Acceptance Criteria**:\n\n- [ ] Never below zero\n';

describe('createExtractor', () => {
  const extractor = createExtractor(DEFAULT_CONFIGURATION);

  it('reads each role with its own reader', () => {
    assert.deepEqual(
      extractor.extract('docs/stock.md', REQUIREMENT).requirements.map((requirement) => requirement.localId),
      ['REQ-1'],
    );
    assert.deepEqual(
      extractor.extract('src/stock.ts', '// @req REQ-1\n').annotations.map(({ kind }) => kind),
      ['implements'],
    );
    assert.deepEqual(
      extractor.extract('src/stock.test.ts', '// @req REQ-1\n').annotations.map(({ kind }) => kind),
      ['verifies'],
    );
    assert.deepEqual(
      extractor.extract('reqtrace.yaml', 'vershun: 1').problems.map(({ code }) => code),
      ['config-error'],
    );
    const prose = extractor.extract('.github/a.md', `${REQUIREMENT}See REQ-1.`);
    assert.deepEqual([prose.role, prose.requirements.length], ['prose', 0]);
    assert.deepEqual(
      prose.mentions.map(({ id }) => id),
      ['REQ-1'],
    );
  });

  it('reads nothing from an excluded file', () => {
    const facts = extractor.extract('node_modules/a/index.js', '// @implements REQ-1\n');
    assert.deepEqual([facts.role, facts.annotations.length], ['other', 0]);
  });

  it('gives steps to the documents whose rule asks for them', () => {
    const text = '## Requirement 1: Start\n\n1. Open the valve.\n2. Close it.\n';
    const count = (steps: boolean): number =>
      createExtractor({ ...DEFAULT_CONFIGURATION, documents: [{ glob: '*.md', steps, targets: false }] }).extract('a.md', text)
        .requirements[0]?.criteria.length ?? 0;
    assert.deepEqual([count(false), count(true)], [0, 2]);
  });

  it("looks for the project's own notations in any text", () => {
    const own = createExtractor({ ...DEFAULT_CONFIGURATION, annotations: [{ pattern: 'Covers (?<ref>[A-Z]+-[0-9]+)', kind: 'verifies' }] });
    assert.deepEqual([extractor.roleOf('rules.unheard-of'), own.roleOf('rules.unheard-of')], ['other', 'code']);
    assert.deepEqual(
      own.extract('rules.unheard-of', 'Covers REQ-1').annotations.map(({ kind, source }) => [kind, source]),
      [['verifies', 'pattern']],
    );
  });

  it('turns a fault of a reader into a problem', () => {
    const broken = createExtractor({
      ...DEFAULT_CONFIGURATION,
      get labels(): never {
        throw new Error('no labels today');
      },
    });
    const facts = broken.extract('a.md', REQUIREMENT);
    assert.deepEqual([facts.path, facts.role, facts.requirements.length], ['a.md', 'document', 0]);
    assert.deepEqual(
      facts.problems.map(({ code }) => code),
      ['skipped-file'],
    );
    assert.match(facts.problems.map(({ message }) => inEnglish(message)).join(), /no labels today/);
  });
});
