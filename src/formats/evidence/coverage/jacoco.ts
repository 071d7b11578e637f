import { readXml, rootElement } from '../../carriers/xml/xml.ts';
import { LineHits, readCoverage } from '../reading.ts';
import type { ReadEvidence } from '../reading.ts';

/** True for the beginning of the XML of JaCoCo and of Kover. */
export function isJacoco(head: string): boolean {
  return rootElement(head) === 'report' && /JACOCO|<(?:sessioninfo|package|group|counter)\b/u.test(head);
}

/** Reads the XML of JaCoCo (its report.dtd, 1.1), which Kover writes too: source files in packages, lines with the number of instructions that were missed (`mi`) and ran (`ci`). */
export function readJacoco(text: string): ReadEvidence {
  const files = new Map<string, LineHits>();
  let folder = '';
  let open: string | undefined;
  let began: string | undefined;
  const lost = readXml(text, {
    open({ name, attributes }) {
      if (name === 'sessioninfo') began = attributes['dump'];
      else if (name === 'package') folder = attributes['name'] ?? '';
      else if (name === 'sourcefile') {
        open = folder === '' ? (attributes['name'] ?? '') : `${folder}/${attributes['name'] ?? ''}`;
        if (!files.has(open)) files.set(open, new LineHits());
      } else if (name === 'line' && open !== undefined) files.get(open)?.add(Number(attributes['nr']), Number(attributes['ci']) > 0);
    },
    close(name) {
      if (name === 'sourcefile') open = undefined;
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
