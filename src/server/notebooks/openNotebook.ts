import type { Diagnostic } from 'vscode-languageserver';
import { CellPlaces, notebookOf } from '../../formats/carriers/notebook/cellPlaces.ts';
import type { Position, Range } from '../../model/position.ts';
import { lspRange } from '../../editor/place.ts';
import type { Place } from '../protocol.ts';

/** A cell with its present text. */
export interface OpenCell {
  readonly uri: string;
  readonly text: string;
}

/**
 * A notebook that an editor shows. To the folder it is a text like others, that of a file with nothing but its cells of code as they are in the editor, so
 * that what was typed counts before it is saved; places in that text are turned into places in cells and back.
 */
export class OpenNotebook {
  /** Of its file. */
  readonly uri: string;
  #version = 0;
  #cells: readonly OpenCell[] = [];
  #text: string | undefined;
  #places: CellPlaces | undefined;
  /** Cells that have diagnostics. */
  #told: ReadonlySet<string> = new Set();

  constructor(uri: string, cells: readonly OpenCell[]) {
    this.uri = uri;
    this.update(cells);
  }

  /** Counts the changes. */
  get version(): number {
    return this.#version;
  }

  /** URIs of its cells, in order. */
  get cells(): readonly string[] {
    return this.#cells.map(({ uri }) => uri);
  }

  /** Takes up the cells as they are now. */
  update(cells: readonly OpenCell[]): void {
    this.#version += 1;
    this.#cells = cells;
    this.#text = undefined;
    this.#places = undefined;
  }

  getText(): string {
    this.#text ??= notebookOf(this.#cells.map(({ text }) => text));
    return this.#text;
  }

  /** The place in a cell for a place in the text; undefined for what is in no cell. */
  toCell(range: Range): Place | undefined {
    const found = this.#placed.toCell(range);
    const cell = found && this.#cells[found.cell];
    return cell && { uri: cell.uri, range: lspRange(found.range) };
  }

  /** The place in the text for a place in a cell; undefined for a cell that is empty or gone. */
  toText(cell: string, position: Position): Position | undefined {
    return this.#placed.toFile(this.cells.indexOf(cell), position);
  }

  /** Diagnostics of the text by the cells that they are in; for a cell that has none any more, none. */
  byCell(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, Diagnostic[]> {
    const found = new Map<string, Diagnostic[]>([this.uri, ...this.#told].map((uri) => [uri, []]));
    for (const diagnostic of diagnostics) {
      const place = this.toCell(diagnostic.range);
      const uri = place?.uri ?? this.uri;
      const placed = place ? { ...diagnostic, range: lspRange(place.range) } : diagnostic;
      found.set(uri, [...(found.get(uri) ?? []), placed]);
    }
    this.#told = new Set([...found].filter(([uri, some]) => uri !== this.uri && some.length > 0).map(([uri]) => uri));
    return found;
  }

  get #placed(): CellPlaces {
    this.#places ??= new CellPlaces(this.getText());
    return this.#places;
  }
}
