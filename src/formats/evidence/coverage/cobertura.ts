import type { ReadEvidence } from '../reading.ts';
import { readXml, rootElement } from '../../carriers/xml/xml.ts';
import { FileLines } from './fileLines.ts';

/** True for the beginning of a Cobertura file. Clover's root is `coverage` too, but has no `line-rate`. */
export function isCobertura(head: string): boolean {
  return rootElement(head) === 'coverage' && /\bline-rate\s*=/u.test(head);
}

/**
 * Reads line coverage in the form of Cobertura, as coverage.py, Istanbul, gcovr, coverlet and PHPUnit write it: classes with a `filename`, relative
 * to a `source` where there is just one, and lines with the number of their `hits`.
 */
export function readCobertura(text: string): ReadEvidence {
  const files = new FileLines();
  const sources: string[] = [];
  let inSource = false;
  let timestamp: string | undefined;
  const lost = readXml(text, {
    open({ name, attributes }) {
      if (name === 'coverage') timestamp ??= attributes['timestamp'];
      else if (name === 'source') {
        inSource = true;
        sources.push('');
      } else if (name === 'class') files.begin(attributes['filename'] ?? '');
      else if (name === 'line') files.add(Number(attributes['number']), Number(attributes['hits']) > 0);
    },
    close(name) {
      if (name === 'source') inSource = false;
      if (name === 'class') files.end();
    },
    text(part) {
      if (inSource) sources.push((sources.pop() ?? '') + part);
    },
  });
  const roots = [
    ...new Set(sources.map((source) => source.trim().replace(/[/\\]+$/u, '')).filter((source) => source !== '' && source !== '.')),
  ];
  const root = roots.length === 1 ? roots[0] : undefined;
  const located = (file: string): string => (root === undefined || /^(?:[/\\]|[A-Za-z]:)/u.test(file) ? file : `${root}/${file}`);
  return files.read(lost, timestamp, located);
}
