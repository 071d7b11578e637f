import type { DeclaredTest } from '../../../support/formats/declaredTests.ts';
import { tryDeclaredTests } from '../../../support/formats/declaredTests.ts';

describe('tests of Groovy', () => {
  const cases: readonly DeclaredTest[] = [
    ['class S extends Specification {\n  // @verifies IP-1\n  def "adds #n"() {\n    expect: true\n  }\n}', 'adds #n in class S'],
    [
      'class S extends Specification {\n  // @verifies IP-1\n  @Unroll\n  def "adds #n"() {\n    expect: true\n  }\n}',
      'adds #n in class S',
    ],
    [
      'class S extends Specification {\n  // @verifies IP-1\n  @Ignore\n  def "adds"() {\n    expect: true\n  }\n}',
      'adds in class S: skipped',
    ],
    [
      'class S extends Specification {\n  // @verifies IP-1\n  @PendingFeature\n  def "adds"() {\n    expect: true\n  }\n}',
      'adds in class S: skipped',
    ],
    ['class S extends Specification {\n  // @verifies IP-1\n  void "adds"() {\n    expect: true\n  }\n}', 'adds in class S'],
  ];
  tryDeclaredTests('A.groovy', cases);
});
