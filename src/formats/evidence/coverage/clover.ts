import { readXml, rootElement } from '../../carriers/xml/xml.ts';
import { LineHits, readCoverage } from '../reading.ts';
import type { ReadEvidence } from '../reading.ts';

/** True for the beginning of the XML of Clover; the root of Cobertura is `coverage` too, with a `line-rate`. */
export function isClover(head: string): boolean {
  return rootElement(head) === 'coverage' && /<coverage\b[^>]*\b(?:clover|generated)\s*=/u.test(head) && !/\bline-rate\s*=/u.test(head);
}

/** Reads the XML of Clover, as OpenClover 4, PHPUnit and Istanbul write it: files with a `path`, or one for a `name`, and lines with a `count`, or with how often a condition was true and false. */
export function readClover(text: string): ReadEvidence {
  const files = new Map<string, LineHits>();
  let open: string | undefined;
  let began: string | undefined;
  const lost = readXml(text, {
    open({ name, attributes }) {
      if (name === 'coverage') began ??= attributes['generated'];
      else if (name === 'file') {
        open = attributes['path'] ?? attributes['name'] ?? '';
        if (!files.has(open)) files.set(open, new LineHits());
      } else if (name === 'line' && open !== undefined) {
        const { num, count, truecount, falsecount } = attributes;
        files.get(open)?.add(
          Number(num),
          [count, truecount, falsecount].some((times) => Number(times ?? 0) > 0),
        );
      }
    },
    close(name) {
      if (name === 'file') open = undefined;
    },
  });
  // Of a file that was cut off nobody knows which lines ran.
  if (open !== undefined) files.delete(open);
  if (lost[0] && files.size === 0) return { kind: 'malformed', ...lost[0] };
  return readCoverage(
    Array.from(files, ([file, lines]) => lines.covered(file)),
    began,
    lost,
  );
}
