import { Location, Position, Uri, commands } from 'vscode';
import type { LspRange, Place } from '../../server/protocol.ts';
import type { Ask } from '../window/cells.ts';
import { inCells } from '../window/cells.ts';
import { toRange } from '../window/ranges.ts';

/** The command behind code lenses: lists places in the editor, or goes to the only one. */
export async function showPlaces(ask: Ask, uri: string, position: LspRange['start'], places: readonly Place[]): Promise<void> {
  const locations = (await inCells(ask, places)).map((place) => new Location(Uri.parse(place.uri), toRange(place.range)));
  const at = new Position(position.line, position.character);
  await commands.executeCommand('editor.action.goToLocations', Uri.parse(uri), at, locations, 'peek');
}
