import type { FindingCode } from '../../model/finding.ts';
import { FINDING_CODES } from '../../model/finding.ts';
import { shippedText } from '../shippedText.ts';

/** The page of each finding, in Markdown, as the product ships them. */
export function findingPages(): ReadonlyMap<FindingCode, string> {
  const pages = new Map<FindingCode, string>();
  for (const code of FINDING_CODES) {
    const page = shippedText(`docs/findings/${code}.md`);
    if (page !== undefined) pages.set(code, page);
  }
  return pages;
}
