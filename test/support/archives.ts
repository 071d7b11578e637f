import { zipSync } from 'fflate/browser';

/** An archive of these files, the same bytes at every run: `zipped({ 'a.reqif': '<REQ-IF/>' })`. */
export function zipped(files: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const bytes = Object.entries(files).map(
    ([name, content]) => [name, typeof content === 'string' ? Buffer.from(content) : content] as const,
  );
  return Buffer.from(zipSync(Object.fromEntries(bytes.map(([name, content]) => [name, new Uint8Array(content)])), { mtime: '2026-01-01' }));
}

/** An archive with the number at a place of the directory's first entry, or of the end of the directory, changed. */
export function withField(archive: Buffer, part: 'central' | 'end' | 'local', field: number, value: number, size: 2 | 4 = 2): Buffer {
  const changed = Buffer.from(archive);
  const signature = { local: 'PK\u0003\u0004', central: 'PK\u0001\u0002', end: 'PK\u0005\u0006' }[part];
  const at = changed.indexOf(signature, 0, 'latin1') + field;
  if (size === 2) changed.writeUInt16LE(value, at);
  else changed.writeUInt32LE(value, at);
  return changed;
}
