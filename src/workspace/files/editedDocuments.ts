import { isAsciidoc } from '../../formats/carriers/asciidoc/asMarkdown.ts';
import { EditedDocument } from '../../formats/extraction/editedDocument.ts';
import type { Extractor } from '../../formats/extraction/extract.ts';
import type { FileFacts, FileRole } from '../../model/facts.ts';
import type { FilePath } from '../../model/position.ts';

/** So many UTF-16 code units are read whole at each key in no time. */
const LONG = 5000;

/** Long documents in editors, of which a key makes only a section read again. */
export class EditedDocuments {
  readonly #documents = new Map<FilePath, EditedDocument>();
  readonly #partial = new Set<FilePath>();

  /** True for a document of which the last key had only a section read; reading it again reads all of it. */
  isPartial(path: FilePath): boolean {
    return this.#partial.has(path);
  }

  /** What the text of an editor says. */
  read(path: FilePath, role: FileRole, text: string, extractor: Extractor): FileFacts {
    if (role !== 'document' || text.length < LONG || isAsciidoc(path)) {
      this.forget(path);
      return extractor.extract(path, text);
    }
    const document = this.#documents.get(path) ?? new EditedDocument((part) => extractor.extract(path, part));
    this.#documents.set(path, document);
    const { facts, whole } = document.read(text);
    if (whole) this.#partial.delete(path);
    else this.#partial.add(path);
    return facts;
  }

  /** To be called for a file that no editor has any more, or of which all is to be read again. */
  forget(path: FilePath): void {
    this.#documents.delete(path);
    this.#partial.delete(path);
  }

  /** To be called when texts are read otherwise from now on. */
  clear(): void {
    this.#documents.clear();
    this.#partial.clear();
  }
}
