import { readXml, rootElement } from '../../carriers/xml/xml.ts';
import type { ReadEvidence } from '../reading.ts';
import { FileLines } from './fileLines.ts';

/** True for the beginning of the XML of JaCoCo and of Kover. */
export function isJacoco(head: string): boolean {
  return rootElement(head) === 'report' && /JACOCO|<(?:sessioninfo|package|group|counter)\b/u.test(head);
}

/** Reads the XML of JaCoCo (its report.dtd, 1.1), which Kover writes too: source files in packages, lines with the number of instructions that were missed (`mi`) and ran (`ci`). */
export function readJacoco(text: string): ReadEvidence {
  const files = new FileLines();
  let folder = '';
  let began: string | undefined;
  const lost = readXml(text, {
    open({ name, attributes }) {
      if (name === 'sessioninfo') began = attributes['dump'];
      else if (name === 'package') folder = attributes['name'] ?? '';
      else if (name === 'sourcefile') files.begin(folder === '' ? (attributes['name'] ?? '') : `${folder}/${attributes['name'] ?? ''}`);
      else if (name === 'line') files.add(Number(attributes['nr']), Number(attributes['ci']) > 0);
    },
    close(name) {
      if (name === 'sourcefile') files.end();
    },
  });
  return files.read(lost, began);
}
