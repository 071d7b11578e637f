import type { Explain, FileFacts, FileRole, LineNote, PlaceFacts } from '../../model/facts.ts';
import type { IgnoreMark } from '../../model/readingLimit.ts';
import type { FilePath, Position } from '../../model/position.ts';
import { Facts } from '../notation/factSink.ts';
import type { Notation } from '../notation/notation.ts';

/** How files of one role are read, whole and at one place. */
export interface RoleReader {
  read(path: FilePath, text: string, explain?: Explain): FileFacts;
  readAt(path: FilePath, text: string, position: Position): PlaceFacts;
  /** The marks by which less of it is read; only of files that define or claim something. */
  marks?(path: FilePath, text: string): readonly IgnoreMark[];
}

type Ask = (notation: Notation, facts: Facts, explain: Explain | undefined) => void;

/** The facts of a file: what each of the notations finds in it. */
export function gather(path: FilePath, role: FileRole, notations: readonly Notation[], explain: Explain | undefined, ask: Ask): FileFacts {
  const facts = new Facts(path, role);
  const notes = explain && new NoteMerger(notations.length > 1);
  for (const notation of notations) {
    facts.begin(notation.everywhere);
    ask(notation, facts, notes?.of(notation));
  }
  if (explain) notes?.deliver(explain);
  return facts.finish();
}

/** Said where nothing is read. */
export const NOTHING: PlaceFacts = { references: [], invalidWaivers: [] };

/** What several notations say of one place. */
export function together(places: readonly (PlaceFacts | undefined)[]): PlaceFacts {
  const said = places.filter((place) => place !== undefined);
  const [only = NOTHING] = said;
  if (said.length < 2) return only;
  return {
    references: said.flatMap(({ references }) => references),
    invalidWaivers: said.flatMap((place) => place.invalidWaivers),
  };
}

/** Of several readers, one that makes nothing of a line has nothing to tell where another makes something of it. */
class NoteMerger {
  readonly #several: boolean;
  readonly #notes: LineNote[] = [];

  constructor(several: boolean) {
    this.#several = several;
  }

  /** Takes the notes of a notation; those of one that is read everywhere need not say whose they are. */
  of({ name, everywhere }: Notation): Explain {
    return (note) => this.#notes.push(everywhere ? note : { ...note, notation: name });
  }

  deliver(explain: Explain): void {
    const told = new Set(this.#several ? this.#notes.filter(({ what }) => what !== 'nothing').map(({ line }) => line) : []);
    const isSaid = ({ what, notation }: LineNote): boolean => notation !== undefined && what !== 'nothing' && what !== 'near-miss';
    const others = new Set(this.#notes.filter(isSaid).map(({ line }) => line));
    for (const note of this.#notes) {
      // What one notation reads is not nearly something in one that is read everywhere.
      const isNear = note.what === 'near-miss' && note.notation === undefined && others.has(note.line);
      if ((note.what !== 'nothing' || !told.has(note.line)) && !isNear) explain(note);
    }
  }
}
