import type { Annotation, Declaration } from '../../model/facts.ts';
import type { FilePath } from '../../model/position.ts';
import { CarriedCode } from './carriedCode.ts';
import { Surroundings } from './surroundings.ts';

/** As many tests of one file are told. */
const MOST_TESTS = 2000;

/**
 * Tests that a file declares, with the groups around them, whether or not they say anything: `it('works')` within `Orders` of `describe('Orders', () => { it('works', f); })`.
 *
 * @param wanted by the name of a test, before it is looked at more closely.
 */
export function declaredTests(path: FilePath, text: string, wanted: (name: string) => boolean): readonly Declaration[] {
  const code = new CarriedCode({ path, text, role: 'test' });
  const { declarations: finder } = code;
  if (!finder) return [];
  const surroundings = new Surroundings(code.lines, finder);
  const tests: Declaration[] = [];
  for (let line = 0; line < code.lines.lineCount && tests.length < MOST_TESTS; line += 1) {
    const head = finder.on(line);
    if (!head || head.group || (head.kind !== 'test' && head.kind !== 'function') || !wanted(head.name)) continue;
    const isTest = head.kind === 'test' || /test/iu.test(head.name) || finder.described(head, undefined).kind === 'test';
    const within = isTest ? surroundings.around(head) : [];
    if (isTest) tests.push({ ...head, ...(within.length > 0 && { within }) });
  }
  return tests;
}

/** An annotation on a declaration, without a meaning. */
export function annotationOn(declaration: Declaration): Annotation {
  return { kind: 'verifies', source: 'keyword', reference: { text: '', range: declaration.range, id: '' }, declaration };
}
