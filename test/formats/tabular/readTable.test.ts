import assert from 'node:assert/strict';
import { createIdGrammar } from '../../../src/formats/ids/idGrammar.ts';
import { readTable } from '../../../src/formats/tabular/readTable.ts';

const IDS = createIdGrammar([]);

/** `requirements FR-1 FR-2`, `criteria AC1`, `near trace` or `other`, of rows with bars between their cells. */
function kindOf(rows: readonly string[], heading = '', underLabel = false): string {
  const [header = [], ...others] = rows.map((row) => row.split('|').map((cell) => cell.trim()));
  const place = { headings: ['Kettle', heading], underLabel, isUsed: (prefix: string) => prefix === 'AA' };
  const reading = readTable({ header, rows: others }, place, IDS);
  if (reading.kind === 'near') return `near ${reading.reason}`;
  if (reading.kind === 'foreign') return `foreign ${reading.written} ${reading.pattern}`;
  return reading.kind === 'other' ? 'other' : [reading.kind, ...reading.ids.map((cell) => cell?.id ?? '-')].join(' ');
}

// @verifies RT-1.4/AC16~e21f28
describe('What a table is', () => {
  const requirements: readonly (readonly [what: string, rows: readonly string[], heading?: string])[] = [
    ['by its header', ['ID | Requirement', 'XY-1 | Boil']],
    ['by what binds', ['a | b', 'XY-1 | The kettle shall boil']],
    ['with the ids in the second column', ['# | ID | Requirement', '1 | XY-1 | Boil']],
    ['with a description and a prefix of requirements', ['ID | Description', 'NFR-1 | Fast']],
    ['with a description and a prefix that the document uses', ['ID | Text', 'AA-1 | Boil']],
    ['with a description under a heading that promises requirements', ['ID | Description', 'XY-1 | Boil'], '2 Functional Requirements'],
    ['with names under such a heading', ['ID | Feature', 'XY-1 | Boiling'], 'Requirements'],
    ['under a heading about audits', ['ID | Requirement', 'XY-1 | Log in'], 'Audit Requirements'],
    ['under a heading about traces', ['ID | Requirement', 'XY-1 | Show a trace'], 'Tracing'],
    ['in Chinese', ['需求编号 | 需求描述 | 优先级', 'FR-1 | 系统必须支持登录 | 高']],
    ['in Japanese', ['ID | ルール', 'BR-1 | 水は百度で沸騰する']],
    ['in Korean', ['ID | 요구사항', 'FR-1 | 물을 끓인다']],
    ['in German', ['Nr. | Anforderung', 'LF-1 | Wasser kocht']],
    ['in Spanish', ['Código | Descripción', 'RF-1 | El sistema debe hervir el agua']],
    ['in Portuguese', ['Código | Requisito', 'RF-1 | Ferver a água']],
    ['in French', ['Identifiant | Exigence', 'EX-1 | Faire bouillir']],
    ['in Russian', ['Номер | Требование', 'XY-1 | Кипятить воду']],
    ['in Italian', ['Codice | Descrizione', 'RF-1 | Il bollitore deve bollire']],
    ['with tests where the text binds', ['ID | Requirement | Tests', 'XY-1 | The kettle shall boil | a.test.ts']],
    ['with tests under such a heading', ['ID | Requirement | Tests', 'XY-1 | Boil | a.test.ts'], 'Requirements'],
    ['with decorated ids', ['ID | Requirement', '[XY-1] | Boil']],
  ];
  for (const [what, rows, heading] of requirements)
    it(`requirements ${what}`, () => assert.match(kindOf(rows, heading), /^requirements [A-Z]+-1$/u));

  const others: readonly (readonly [what: string, rows: readonly string[], expected: string, heading?: string])[] = [
    ['two columns of ids', ['ID | Requirement | Story', 'FR-1 | Boil | US-1'], 'near refers'],
    ['two columns of ids without words', ['FR | Story', 'FR-1 | US-1, US-2'], 'other'],
    ['a matrix by its heading', ['ID | Requirement', 'FR-1 | Boil'], 'near refers', 'Requirements Traceability Matrix'],
    ['a report by its heading', ['ID | Requirement', 'FR-1 | Boil'], 'near refers', 'Change Impact Report'],
    ['a map by its heading', ['Story ID | Name | Priority', 'US-1 | Boil | Must Have'], 'other', 'Story Map'],
    ['results', ['ID | Requirement | Result', 'FR-1 | Boil | pass'], 'near record'],
    ['where they are met', ['ID | Requirement | Implementation', 'FR-1 | Boil | src/a.ts'], 'near trace'],
    ['names only', ['REQ | Name | Functions changed', 'REQ-1 | Boil | boil()'], 'other'],
    ['risks', ['ID | Description', 'RISK-1 | It may burn'], 'other'],
    ['test cases', ['ID | Requirement', 'TC-1 | It shall boil when filled'], 'other'],
    ['norms', ['Standard | Requirement', 'ISO-9001 | Quality shall be managed'], 'other'],
    ['an id twice', ['ID | Requirement', 'FR-1 | Boil', 'FR-1 | Stop'], 'other'],
    ['numbers', ['# | Requirement', '1 | Boil'], 'other'],
    ['no rows', ['ID | Requirement'], 'other'],
    ['ids without a hyphen', ['ID | Requirement', 'FR1 | Boil', 'FR2 | Stop'], 'foreign FR1 FR[0-9]+'],
    ['ids without a hyphen and with parts', ['ID | Requirement', 'R1 | Boil', 'R1.1 | Stop'], String.raw`foreign R1 R[0-9]+(?:\.[0-9]+)*`],
    ['a unit of measure', ['Size | Rule', 'A4 | Must fit'], 'other'],
    ['prices', ['Item | Price', 'Kettle | 5'], 'other'],
  ];
  for (const [what, rows, expected, heading] of others) it(`${what}: ${expected}`, () => assert.equal(kindOf(rows, heading), expected));

  const criteria: readonly (readonly [what: string, rows: readonly string[], underLabel: boolean, expected: string])[] = [
    ['labels and a text', ['AC | Criterion', 'AC-1 | It boils'], false, 'criteria AC1'],
    ['whole ids', ['ID | Description', 'AC-US1-01 | It boils'], false, 'criteria AC-US1-01'],
    ['steps', ['Given | When | Then', 'a | b | c'], false, 'criteria -'],
    ['steps with labels', ['ID | GIVEN | WHEN | THEN', 'AC1 | a | b | c'], false, 'criteria AC1'],
    ['steps in Spanish', ['Dado | Cuando | Entonces', 'a | b | c'], false, 'criteria -'],
    ['steps of test cases', ['ID | Given | When | Then', 'TC-1 | a | b | c'], true, 'other'],
    ['a column of that name under a label', ['# | Criterion', '1 | It boils'], true, 'criteria -'],
    ['a column of that name without a label', ['# | Criterion', '1 | It boils'], false, 'other'],
    ['other columns under a label', ['Metric | Value', 'Speed | 5'], true, 'other'],
    ['ids under a label', ['ID | Criterion', 'SC-1 | It is fast'], true, 'criteria SC-1'],
    ['results', ['AC | Criterion | Evidence', 'AC1 | It boils | log'], false, 'near record'],
    ['whose they are', ['Story | AC | Text', 'US-1 | AC1 | It boils'], false, 'other'],
  ];
  for (const [what, rows, underLabel, expected] of criteria)
    it(`criteria by ${what}: ${expected}`, () => assert.equal(kindOf(rows, '', underLabel), expected));
});
