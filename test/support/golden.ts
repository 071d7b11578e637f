import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const FOLDER = new URL('../golden/', import.meta.url);

/** Compares an output with test/golden/NAME; `UPDATE_GOLDEN=1` writes the file instead, for a person to read the difference. */
export function assertGolden(name: string, actual: string): void {
  const file = new URL(name, FOLDER);
  if (process.env['UPDATE_GOLDEN']) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, actual);
  }
  assert.equal(actual, readFileSync(file, 'utf8').replaceAll('\r\n', '\n'));
}
