import { lstatSync, realpathSync } from 'node:fs';
import { mkdir, readFile, rmdir, unlink } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { say } from '../../../model/message.ts';
import { codeOf, messageOf } from '../../../text/errors.ts';
import { UserError } from '../../../workspace/userError.ts';
import { prepareRewrite } from '../../writing/rewrite.ts';
import { save } from '../../writing/save.ts';
import { snippetOf, withChanges, withoutChanges } from './jsonPiece.ts';
import type { Outcome, Piece } from './piece.ts';
import { marked, withBlock, withFile, withoutBlock, withoutFile } from './textPiece.ts';

/** A file as it is, with what is to become of it. */
export interface Plan {
  readonly piece: Piece;
  /** Undefined where there is no such file. */
  readonly before: string | undefined;
  readonly outcome: Outcome;
}

/** What one piece would do to a folder: `await planPiece('/home/me/shop', piece, 'write')`. Nothing is written. */
export async function planPiece(root: string, piece: Piece, what: 'write' | 'remove'): Promise<Plan> {
  const refused = (why: UserError['said']): Plan => ({ piece, before: undefined, outcome: { kind: 'refused', why } });
  if (!isInside(root, piece.path)) return refused(say('{0} leads out of the workspace folder', piece.path));
  let before: string | undefined;
  try {
    before = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(join(root, piece.path)));
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') return refused(say('it cannot be read as a text'));
  }
  if (what === 'write') return { piece, before, outcome: written(piece, before) };
  return { piece, before, outcome: before === undefined ? { kind: 'same' } : removed(piece, before) };
}

/**
 * Does what was planned.
 *
 * @throws UserError where the file changed meanwhile or cannot be written.
 */
export async function carryOut(root: string, { piece: { path }, before, outcome }: Plan): Promise<void> {
  const target = join(root, path);
  if (outcome.kind === 'text') {
    if (before !== undefined) return (await prepareRewrite(root, path, before)).write(outcome.text);
    await mkdir(dirname(target), { recursive: true }).catch(() => undefined);
    await save(target, path, outcome.text);
  }
  if (outcome.kind === 'gone') {
    await unlink(target).catch((error: unknown) => {
      throw new UserError(say('{0} cannot be written: {1}', path, messageOf(error)));
    });
    await dropEmpty(root, dirname(path));
  }
}

/** What belongs in the file, for somebody who puts it there by hand. */
export function snippet(piece: Piece): string {
  switch (piece.kind) {
    case 'json':
      return snippetOf(piece.changes);
    case 'block':
      return marked(piece.text);
    case 'file':
      return piece.text;
  }
}

function written(piece: Piece, before: string | undefined): Outcome {
  switch (piece.kind) {
    case 'json':
      return withChanges(before, piece.changes);
    case 'block':
      return withBlock(before, piece.text);
    case 'file':
      return withFile(before, piece.text, piece.mark);
  }
}

function removed(piece: Piece, before: string): Outcome {
  switch (piece.kind) {
    case 'json':
      return withoutChanges(before, piece.changes);
    case 'block':
      return withoutBlock(before);
    case 'file':
      return withoutFile(before, piece.mark);
  }
}

/** Whether a path, and whatever links are on the way to it, stays in the folder. A link that leads nowhere does not. */
function isInside(root: string, path: string): boolean {
  const realRoot = realpathSync(root);
  for (let at = join(root, path); at.length > root.length; at = dirname(at)) {
    if (!lstatSync(at, { throwIfNoEntry: false })) continue;
    try {
      return `${realpathSync(at)}${sep}`.startsWith(realRoot.endsWith(sep) ? realRoot : `${realRoot}${sep}`);
    } catch {
      return false;
    }
  }
  return true;
}

/** Folders that were made for a file go with it. */
async function dropEmpty(root: string, folder: string): Promise<void> {
  for (let at = folder; at !== '.'; at = dirname(at))
    try {
      await rmdir(join(root, at));
    } catch {
      return;
    }
}
