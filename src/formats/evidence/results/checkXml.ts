import type { Outcome, TestResult } from '../../../model/evidence.ts';
import { readXml, rootElement } from '../../carriers/xml/xml.ts';
import { failureOf } from '../failure.ts';
import { readResults } from '../reading.ts';
import type { ReadEvidence } from '../reading.ts';

const OUTCOMES: Readonly<Record<string, Outcome>> = { success: 'passed', failure: 'failed', error: 'failed' };

/** True for the beginning of the XML of Check, whose root is called like that of JUnit. */
export function isCheckXml(head: string): boolean {
  return rootElement(head) === 'testsuites' && /check\.sourceforge\.net\/ns/u.test(head);
}

/**
 * Reads the XML of the unit test framework Check (`check_log.c`, `check_print.c` of 0.15). The file that it names is where the last assertion stood, which may be in what tests share,
 * so that it is not taken for the file of the test. Iterations of a loop are instances.
 */
export function readCheckXml(text: string): ReadEvidence {
  const results: TestResult[] = [];
  let fields = new Map<string, string>();
  let suite = '';
  let result: string | undefined;
  let element = '';
  let began = '';
  const lost = readXml(text, {
    open({ name, attributes }) {
      element = name;
      if (name === 'suite') suite = '';
      if (name !== 'test') return;
      result = attributes['result'] ?? '';
      fields = new Map();
    },
    close(name) {
      element = '';
      if (name !== 'test' || result === undefined) return;
      const outcome = (Object.hasOwn(OUTCOMES, result) ? OUTCOMES[result] : undefined) ?? 'skipped';
      const groups = [suite, fields.get('description') ?? ''].map((group) => group.trim()).filter((group) => group !== '');
      const failure = outcome === 'failed' ? failureOf({ message: fields.get('message'), ...placeOf(fields) }) : {};
      results.push({ outcome, groups, title: (fields.get('id') ?? '').trim(), ...failure });
      result = undefined;
    },
    text(part) {
      if (element === 'title') suite += part;
      else if (element === 'datetime') began += part;
      else if (result !== undefined) fields.set(element, (fields.get(element) ?? '') + part);
    },
  });
  return lost[0] && results.length === 0 ? { kind: 'malformed', ...lost[0] } : readResults(results, began, lost);
}

/** `test` and `check_stock.c:5` */
function placeOf(fields: ReadonlyMap<string, string>): { readonly file?: string; readonly line?: number } {
  const [folder = '', named = ''] = ['path', 'fn'].map((name) => (fields.get(name) ?? '').trim());
  const { file, line } = /^(?<file>.+):(?<line>\d+)$/u.exec(named)?.groups ?? {};
  return file === undefined ? {} : { file: folder === '' || folder === '.' ? file : `${folder}/${file}`, line: Number(line) };
}
