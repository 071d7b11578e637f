import { Location, Uri, workspace } from 'vscode';
import type { LocationLink, Position } from 'vscode';
import { CELL_PLACE } from '../../server/protocol.ts';
import type { CellPlace, LspRange, Place } from '../../server/protocol.ts';
import { isFile } from './fileSchemes.ts';
import { toRange } from './ranges.ts';

/** Asks the server, as `LanguageServer.request` does. */
export type Ask = <R>(method: string, params: object) => Promise<R | undefined>;

/** Of more notebooks than this in one list, those that no editor shows stay files: each is loaded with all its pictures to know its cells. */
const MOST_LOADED = 5;

/** True for the file of a notebook, whose lines nobody sees: an editor shows its cells. */
export function isNotebookFile(uri: Uri): boolean {
  return isFile(uri) && uri.path.endsWith('.ipynb');
}

/** The place in a cell for one in the file of a notebook; every other place as it is. */
export async function inCell(ask: Ask, place: Place): Promise<Place> {
  const uri = Uri.parse(place.uri);
  if (!isNotebookFile(uri)) return place;
  const found = await ask<CellPlace | null>(CELL_PLACE, place);
  if (!found) return place;
  if ('uri' in found) return found;
  try {
    const cell = (await workspace.openNotebookDocument(uri)).getCells()[found.cell];
    return cell ? { uri: cell.document.uri.toString(), range: found.range } : place;
  } catch {
    // VS Code cannot open every notebook that can be read.
    return place;
  }
}

/** The same for places of a list. */
export async function inCells(ask: Ask, places: readonly Place[]): Promise<readonly Place[]> {
  const files = new Set(places.map(({ uri }) => uri).filter((uri) => isNotebookFile(Uri.parse(uri))));
  return files.size > MOST_LOADED ? places : Promise.all(places.map((place) => inCell(ask, place)));
}

/** What a provider answers, with places in cells. */
export async function locationsInCells<A extends Located>(ask: Ask, answer: A): Promise<A | Location[]> {
  const all: readonly (Location | LocationLink)[] = answer instanceof Location ? [answer] : (answer ?? []);
  const uris = all.map((one) => ('targetUri' in one ? one.targetUri : one.uri));
  if (!answer || !uris.some(isNotebookFile)) return answer;
  const places = all.map((one): Place => {
    const [uri, range] = 'targetUri' in one ? [one.targetUri, one.targetSelectionRange ?? one.targetRange] : [one.uri, one.range];
    // The range of VS Code is a list in JSON.
    const { start, end } = range;
    return { uri: uri.toString(), range: { start: plain(start), end: plain(end) } };
  });
  return (await inCells(ask, places)).map(({ uri, range }) => new Location(Uri.parse(uri), toRange(range)));
}

function plain({ line, character }: Position): LspRange['start'] {
  return { line, character };
}

type Located = Location | Location[] | LocationLink[] | null | undefined;
