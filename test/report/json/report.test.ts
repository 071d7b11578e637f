import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { say } from '../../../src/model/message.ts';
import { buildReport, renderJson, REPORT_VERSIONS } from '../../../src/report/json/report.ts';
import { assertGolden } from '../../support/golden.ts';
import { emptyIndex, sampleIndex } from '../../support/report/sample.ts';

const SKIPPED = [{ path: 'media/film.md', reason: say('larger than 4 MB') }];
const schema: object = JSON.parse(readFileSync(new URL('../../../schemas/report.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);

describe('JSON report', () => {
  it('is what the golden file says', () => {
    assertGolden('report.json', renderJson(sampleIndex(), SKIPPED, 1));
    assertGolden('report.v2.json', renderJson(sampleIndex(), SKIPPED));
  });

  for (const [name, index] of [
    ['a full', sampleIndex()],
    ['an empty', emptyIndex()],
  ] as const) {
    // @verifies RT-9.1/AC8~c514c6
    it(`fits the published schema for ${name} index`, () => {
      for (const version of REPORT_VERSIONS)
        assert.ok(validate(JSON.parse(renderJson(index, SKIPPED, version))), JSON.stringify(validate.errors));
    });
  }

  it('would not fit the schema with a status or a line that does not exist', () => {
    const report = JSON.parse(renderJson(sampleIndex(), []));
    report.requirements[0].status = 'fine';
    assert.ok(!validate(report));
    report.requirements[0].status = 'met';
    report.findings[0].line = 0;
    assert.ok(!validate(report));
  });

  it('has the same bytes for the same files', () => {
    assert.equal(renderJson(sampleIndex(), SKIPPED), renderJson(sampleIndex(), SKIPPED));
  });

  it('counts each criterion once, a requirement without criteria as its own', () => {
    const { summary } = buildReport(sampleIndex(), []);
    const { requirements, criteria, ...byStatus } = summary;
    assert.deepEqual([requirements, criteria], [3, 5]);
    assert.equal(
      Object.values(byStatus).reduce((sum, number) => sum + number, 0),
      6,
    );
  });

  it('keeps every value of a name that is written twice, and none can reach the prototype', () => {
    assert.equal(buildReport(sampleIndex(), []).requirements[0]?.attributes['Owner'], 'Sales; Store');
  });
});
