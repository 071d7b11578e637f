import assert from 'node:assert/strict';
import { testLinks } from '../../../../support/formats/codeFacts.ts';

const LINKS = ['IP-1/AC1', 'IP-1/AC2', 'IP-2/AC1'];

/** Path and text of tests whose titles are strings without a call, and their links; `IP-9` never counts. */
const CASES: readonly (readonly [what: string, path: string, text: string, ...links: string[]])[] = [
  [
    'StringSpec of Kotest',
    'A.kt',
    'class S : StringSpec({\n  "IP-1/AC1 adds" {\n    f("IP-9")\n  }\n  "IP-1/AC2 takes".config(enabled = true) {\n  }\n  "IP-2/AC1" { f() }\n})',
    ...LINKS,
  ],
  [
    'WordSpec of Kotest',
    'A.kt',
    'class S : WordSpec({\n  "IP-1" should {\n    "AC1 adds" { }\n    "AC2 takes" { }\n  }\n  "IP-2" When {\n    "full" should {\n      "AC1 adds" { }\n    }\n  }\n})',
    ...LINKS,
  ],
  [
    'FreeSpec of Kotest',
    'A.kt',
    'class S : FreeSpec({\n  "IP-1" - {\n    "AC1 adds" { }\n    "AC2 takes" { }\n  }\n  "IP-2" - {\n    "AC1 adds" { }\n  }\n})',
    ...LINKS,
  ],
  [
    'strings of Kotlin that are no titles',
    'A.kt',
    'val a = when (b) {\n  "IP-9" -> { 1 }\n  else -> {\n    "IP-9"\n  }\n}\nf("IP-9") { }\nval c = "IP-9" + {\n}\nval d = mapOf(\n  "IP-9" to { 1 },\n)\n',
  ],
  [
    'FlatSpec of ScalaTest',
    'A.scala',
    'class S extends AnyFlatSpec {\n  "IP-1" should "AC1 add" in {\n    f("IP-9")\n  }\n  it should "AC2 take" in {\n  }\n  "IP-2" must "AC1 add" in {\n  }\n}',
    ...LINKS,
  ],
  [
    'a criterion as the subject of FlatSpec',
    'A.scala',
    'class S extends AnyFlatSpec {\n  "IP-1/AC1" should "add" in {\n  }\n  it should "take" in {\n  }\n}',
    'IP-1/AC1',
  ],
  [
    'behaviour of FlatSpec',
    'A.scala',
    'class S extends AnyFlatSpec {\n  behavior of "IP-1"\n  it should "AC1 add" in {\n  }\n  it should "AC2 take" in {\n  }\n  behavior of "IP-2"\n  it should "AC1 add" in {\n  }\n}',
    ...LINKS,
  ],
  [
    'WordSpec of ScalaTest',
    'A.scala',
    'class S extends AnyWordSpec {\n  "IP-1" should {\n    "AC1 add" in {\n    }\n    "AC2 take" in {\n    }\n  }\n  "IP-2" when {\n    "full" must {\n      "AC1 add" in { }\n    }\n  }\n}',
    ...LINKS,
  ],
  [
    'FreeSpec of ScalaTest',
    'A.scala',
    'class S extends AnyFreeSpec {\n  "IP-1" - {\n    "AC1 add" in {\n    }\n    "AC2 take" taggedAs Slow in {\n    }\n  }\n  "IP-2" - {\n    "AC1 x" in { }\n  }\n}',
    ...LINKS,
  ],
  [
    'specs2',
    'A.scala',
    'class S extends Specification {\n  "IP-1" >> {\n    "AC1 add" >> {\n    }\n    "AC2 take" ! e1\n  }\n  "IP-2" should {\n    "AC1 add" in { }\n  }\n}',
    ...LINKS,
  ],
  [
    'suites of ZIO',
    'A.scala',
    'object S extends ZIOSpecDefault {\n  def spec = suite("IP-1")(\n    test("AC1 adds") { f },\n    test("AC2 takes")(f("IP-9")),\n  )\n  val other = test("IP-2/AC1 adds") { f }\n}',
    ...LINKS,
  ],
  [
    'strings of Scala that are no titles',
    'A.scala',
    'val a = b match {\n  case "IP-9" => 1\n}\nval c = Map(\n  "IP-9" -> 1,\n)\nf("IP-9") {\n}\nval d =\n  "IP-9" + { 1 }\nx should include "IP-9"\n',
  ],
  [
    'annotations of Playwright',
    'a.spec.ts',
    "test('a', { annotation: { type: 'requirement', description: 'IP-1/AC1' } }, f);\ntest('b', { annotation: [{ type: 'issue', description: 'IP-9' }, { type: 'req', description: 'IP-1/AC2' }] }, f);\ntest.describe('c', {\n  annotation: {\n    type: 'verifies',\n    description: 'IP-2/AC1',\n  },\n}, () => { test('d', f); });",
    ...LINKS,
  ],
  [
    'annotations of Playwright that claim nothing',
    'a.spec.ts',
    "test('a', { annotation: { type: 'issue', description: 'IP-9/AC1' } }, f);\ntest('b', { annotation: { type: 'IP-9' } }, f);\ntest('c', f);\ntest.info().annotations.push({ type: 'skip', description: 'IP-9' });",
  ],
];

describe('titles in strings', () => {
  for (const [what, path, text, ...links] of CASES)
    it(links.length > 0 ? `are read: ${what}` : `are none: ${what}`, () =>
      assert.deepEqual(
        testLinks(path, text),
        links.map((link) => `verifies ${link}`),
      ),
    );
});
