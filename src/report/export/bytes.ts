import type { ByteInput } from '../formatInput.ts';
import { renderParquet } from './parquet.ts';
import { renderXlsx } from './xlsx.ts';

/** Formats that are not text: files by their names, of which one with an empty name is the file that was asked for, and others go into a folder. */
export const BYTE_FORMATS: Readonly<Record<string, (input: ByteInput) => ReadonlyMap<string, Uint8Array>>> = {
  xlsx: ({ view }) => new Map([['', renderXlsx(view)]]),
  parquet: renderParquet,
};
