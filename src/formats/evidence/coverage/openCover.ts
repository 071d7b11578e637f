import { readXml, rootElement } from '../../carriers/xml/xml.ts';
import { LineHits, readCoverage } from '../reading.ts';
import type { ReadEvidence } from '../reading.ts';

/** Sequence points of what a compiler made, which stands nowhere. */
const HIDDEN = 0xfeefee;

/** True for the beginning of the XML of OpenCover. */
export function isOpenCover(head: string): boolean {
  return rootElement(head) === 'CoverageSession';
}

/**
 * Reads the XML of OpenCover 4.7, which coverlet writes too: files of a module with numbers, sequence points of methods with the number of a file, a first line (`sl`) and how often they were visited (`vc`). Where
 * a point does not name a file, that of its method counts.
 */
export function readOpenCover(text: string): ReadEvidence {
  const files = new Map<string, LineHits>();
  let paths = new Map<string, string>();
  let methodFile = '';
  let points: { readonly line: number; readonly ran: boolean; readonly file: string | undefined }[] = [];
  const lost = readXml(text, {
    open({ name, attributes }) {
      if (name === 'Module') paths = new Map();
      else if (name === 'File') paths.set(attributes['uid'] ?? '', attributes['fullPath'] ?? '');
      else if (name === 'Method') {
        methodFile = '';
        points = [];
      } else if (name === 'FileRef') methodFile = attributes['uid'] ?? '';
      else if (name === 'SequencePoint')
        points.push({ line: Number(attributes['sl']), ran: Number(attributes['vc']) > 0, file: attributes['fileid'] });
    },
    close(name) {
      if (name !== 'Method') return;
      for (const { line, ran, file } of points) {
        const path = paths.get(file ?? methodFile);
        if (path === undefined || path === '' || line === HIDDEN) continue;
        const lines = files.get(path) ?? new LineHits();
        files.set(path, lines);
        lines.add(line, ran);
      }
      points = [];
    },
  });
  if (lost[0] && files.size === 0) return { kind: 'malformed', ...lost[0] };
  return readCoverage(
    Array.from(files, ([file, lines]) => lines.covered(file)),
    undefined,
    lost,
  );
}
