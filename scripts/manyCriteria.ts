import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { removeAtExit } from './vscode/cleanup.ts';

/** 25 areas of 20 documents, each with 20 criteria. */
const AREAS = 25;
const DOCUMENTS = 20;
const CRITERIA = 20;

/** A folder with 10,000 criteria in 500 documents, of which every third area is met in part. */
export function manyCriteria(): string {
  const root = mkdtempSync(path.join(tmpdir(), 'reqtrace-many-'));
  removeAtExit(root);
  const code: string[] = [];
  for (let area = 1; area <= AREAS; area += 1) {
    const folder = `docs/products/area-${area}/requirements`;
    mkdirSync(path.join(root, folder), { recursive: true });
    for (let at = 1; at <= DOCUMENTS; at += 1) {
      const id = `REQ-${area}.${at}`;
      const criteria = Array.from({ length: CRITERIA }, (_, index) => `- AC${index + 1}: Order ${index + 1} of step ${at} is kept`);
      const text = `## ${id}: Step ${at} of area ${area}\n\n**Acceptance Criteria**:\n\n${criteria.join('\n')}\n`;
      writeFileSync(path.join(root, folder, `step-${at}.md`), text);
      if (area % 3 === 0) code.push(`// @implements ${id}/AC1\n// @verifies ${id}/AC1\n`);
    }
  }
  mkdirSync(path.join(root, 'test'));
  writeFileSync(path.join(root, 'test/steps.test.ts'), code.join('\n'));
  return root;
}
