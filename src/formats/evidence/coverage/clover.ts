import { readXml, rootElement } from '../../carriers/xml/xml.ts';
import type { ReadEvidence } from '../reading.ts';
import { FileLines } from './fileLines.ts';

/** True for the beginning of the XML of Clover; the root of Cobertura is `coverage` too, with a `line-rate`. */
export function isClover(head: string): boolean {
  return rootElement(head) === 'coverage' && /<coverage\b[^>]*\b(?:clover|generated)\s*=/u.test(head) && !/\bline-rate\s*=/u.test(head);
}

/** Reads the XML of Clover, as OpenClover 4, PHPUnit and Istanbul write it: files with a `path`, or one for a `name`, and lines with a `count`, or with how often a condition was true and false. */
export function readClover(text: string): ReadEvidence {
  const files = new FileLines();
  let began: string | undefined;
  const lost = readXml(text, {
    open({ name, attributes }) {
      if (name === 'coverage') began ??= attributes['generated'];
      else if (name === 'file') files.begin(attributes['path'] ?? attributes['name'] ?? '');
      else if (name === 'line') {
        const { num, count, truecount, falsecount } = attributes;
        files.add(
          Number(num),
          [count, truecount, falsecount].some((times) => Number(times ?? 0) > 0),
        );
      }
    },
    close(name) {
      if (name === 'file') files.end();
    },
  });
  return files.read(lost, began);
}
