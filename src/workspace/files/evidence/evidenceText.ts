import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { HEAD } from '../../../formats/evidence/findFormat.ts';
import { isGzip, mayBeginReport, MOST_BYTES, reportText } from './reportText.ts';

/**
 * The text of a file with results; of one that gzip made, what is in it.
 *
 * @throws what the file system or zlib says where that is not possible.
 */
export function evidenceText(systemPath: string): string {
  const bytes = readFileSync(systemPath);
  return reportText(isGzip(bytes) ? gunzipSync(bytes, { maxOutputLength: MOST_BYTES }) : bytes);
}

/**
 * True for a file that is a report by what is at its beginning, where its name may be that of anything, `report.xml`; also for one in which nothing stands, which is
 * what a run leaves that did not come to its end. No more of it is read.
 *
 * @throws what the file system says where it cannot be read.
 */
export function beginsAsReport(systemPath: string): boolean {
  const file = openSync(systemPath, 'r');
  try {
    const bytes = Buffer.alloc(HEAD);
    return mayBeginReport(reportText(bytes.subarray(0, readSync(file, bytes))));
  } finally {
    closeSync(file);
  }
}
