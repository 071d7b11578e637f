import { readFileSync } from 'node:fs';
import type { FindingCode } from '../../model/finding.ts';
import { FINDING_CODES } from '../../model/finding.ts';

/** Where the pages lie, seen from the bundle and from the sources. */
const FOLDERS = ['../docs/findings/', '../../../docs/findings/'];

/** The page of each finding, in Markdown, as the product ships them. */
export function findingPages(): ReadonlyMap<FindingCode, string> {
  const pages = new Map<FindingCode, string>();
  for (const code of FINDING_CODES) {
    for (const folder of FOLDERS) {
      const page = readPage(new URL(`${folder}${code}.md`, import.meta.url));
      if (page !== undefined && !pages.has(code)) pages.set(code, page);
    }
  }
  return pages;
}

function readPage(url: URL): string | undefined {
  try {
    return readFileSync(url, 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return undefined;
  }
}
