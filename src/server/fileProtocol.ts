/*
 * What the language server asks of its client about files that no disk has that it can reach: folders of GitHub, in an archive, in a browser. Types and names
 * only, as in protocol.ts.
 */

/** Request to the client: what lies in a folder. Params {@link FileAddress}, result {@link FileEntry}[], or null where it is not a folder, or is gone. */
export const FILE_ENTRIES = 'reqtrace/files/entries';

/** Request to the client: the bytes of a file. Params {@link FileAddress}, result the bytes, in base64 where messages are JSON; null where it is gone. */
export const FILE_BYTES = 'reqtrace/files/bytes';

/** Request to the client: when a file was written. Params {@link FileAddress}, result milliseconds since 1970; null where it is gone, or that is not known. */
export const FILE_TIME = 'reqtrace/files/time';

/** Request to the client: the text that was kept under a name, in its own storage of the workspace. Params {@link KeptName}, result `string`, or null. */
export const KEPT_TEXT = 'reqtrace/files/kept';

/** Request to the client: keeps a text under a name, instead of the one before. Params {@link KeptName} with `text`, no result. */
export const KEEP_TEXT = 'reqtrace/files/keep';

export interface KeptName {
  /** Letters and digits. */
  readonly name: string;
}

export interface FileAddress {
  readonly uri: string;
}

/** `['docs', 'folder']`; a symbolic link is a `link`, whatever it leads to. */
export type FileEntry = readonly [name: string, kind: 'file' | 'folder' | 'link' | 'other'];
