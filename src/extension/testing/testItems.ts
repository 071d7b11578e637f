import type { TestController, TestItem, TestItemCollection } from 'vscode';
import { Uri, workspace } from 'vscode';
import type { Place } from '../../server/protocol.ts';
import { TESTS_OF, TEST_DOCUMENTS } from '../../server/runProtocol.ts';
import type { DocumentTests, TestDocument, TestNode, TestsOfParams } from '../../server/runProtocol.ts';
import type { LanguageServer } from '../client/languageServer.ts';
import { toRange } from '../window/ranges.ts';

/** What a row of the view *Testing* is about. */
export type TestSubject = { readonly kind: 'document'; readonly document: TestDocument } | ItemSubject | TestRowSubject;
interface ItemSubject {
  readonly kind: 'item';
  /** URI of the workspace folder. */
  readonly folder: string;
  readonly key: string;
  /** URIs of files with code that the item is linked to. */
  readonly code: readonly string[];
}
interface TestRowSubject {
  readonly kind: 'test';
  readonly folder: string;
  /** Key of the item that it is below. */
  readonly key: string;
  readonly node: TestNode;
}

/** The rows of the view *Testing*: documents, and below each, once somebody looks, its requirements, their criteria and the tests of those. */
export class TestItems {
  readonly #controller: TestController;
  readonly #ask: LanguageServer['request'];
  readonly #subjects = new WeakMap<TestItem, TestSubject>();
  /** Documents whose rows are there. */
  readonly #resolved = new Set<TestItem>();

  constructor(controller: TestController, ask: LanguageServer['request']) {
    this.#controller = controller;
    this.#ask = ask;
  }

  subject(row: TestItem): TestSubject | undefined {
    return this.#subjects.get(row);
  }

  /** Fetches the documents anew, and the rows of those that were looked into. */
  async refresh(documents: readonly TestDocument[]): Promise<void> {
    const { items } = this.#controller;
    const shown = new Set(documents.map(({ uri }) => uri));
    for (const [id, row] of items) {
      if (shown.has(id)) continue;
      items.delete(id);
      this.#resolved.delete(row);
    }
    for (const document of documents) this.#documentRow(document);
    for (const row of this.#resolved) await this.resolve(row);
  }

  /** Fetches what is below a row that can have more. */
  async resolve(row: TestItem | undefined): Promise<void> {
    if (!row) return this.refresh((await this.#ask<TestDocument[]>(TEST_DOCUMENTS)) ?? []);
    const subject = this.#subjects.get(row);
    if (subject?.kind === 'document') await this.find(subject.document);
  }

  /** Fetches the rows of a document; undefined where nothing can be run of it. */
  async find(params: TestsOfParams): Promise<TestItem | undefined> {
    const found = await this.#ask<DocumentTests | null>(TESTS_OF, params);
    if (!found || !('document' in found)) return undefined;
    const row = this.#documentRow(found.document);
    this.#resolved.add(row);
    this.#show(row.children, found.requirements, found.document.folder, '');
    return row;
  }

  /** All tests below a row that are not excluded; documents have to be resolved before. */
  testsBelow(row: TestItem, excluded: ReadonlySet<TestItem>): readonly TestItem[] {
    if (excluded.has(row)) return [];
    if (this.#subjects.get(row)?.kind === 'test') return [row];
    return Array.from(row.children, ([, child]) => this.testsBelow(child, excluded)).flat();
  }

  /** URIs of the files of all tests below a row, and of the code that these are of. */
  filesBelow(row: TestItem): readonly string[] {
    const subject = this.#subjects.get(row);
    if (subject?.kind === 'test') return [subject.node.place.uri];
    return [...(subject?.kind === 'item' ? subject.code : []), ...Array.from(row.children, ([, child]) => this.filesBelow(child)).flat()];
  }

  /** The test below a row that is at a place; where none begins there, all of that file. */
  testsAt(row: TestItem, { uri, range }: Place): readonly TestItem[] {
    const inFile = this.testsBelow(row, new Set()).filter((test) => this.#placeOf(test)?.uri === uri);
    const there = inFile.filter((test) => this.#placeOf(test)?.range.start.line === range.start.line);
    return there.length > 0 ? there : inFile;
  }

  #placeOf(row: TestItem): Place | undefined {
    const subject = this.#subjects.get(row);
    return subject?.kind === 'test' ? subject.node.place : undefined;
  }

  /** Makes sure that all that is below rows is there. */
  async resolveAll(rows: readonly TestItem[]): Promise<void> {
    for (const row of rows) if (!this.#resolved.has(row)) await this.resolve(row);
  }

  #documentRow(document: TestDocument): TestItem {
    const { items } = this.#controller;
    let row = items.get(document.uri);
    if (!row) {
      row = this.#controller.createTestItem(document.uri, document.label, Uri.parse(document.uri));
      row.canResolveChildren = true;
      items.add(row);
    }
    const folders = workspace.workspaceFolders ?? [];
    const folder = folders.length > 1 ? (folders.find(({ uri }) => uri.toString() === document.folder)?.name ?? '') : '';
    row.label = document.label;
    row.description = [folder, document.description].filter((part) => part !== '').join('/');
    // Rows are in the order of the folders, whatever they are called.
    row.sortText = document.path;
    this.#subjects.set(row, { kind: 'document', document });
    return row;
  }

  /** Brings rows up to date; those that stay keep what is known of their last run. */
  #show(rows: TestItemCollection, nodes: readonly TestNode[], folder: string, key: string): void {
    const ids = new Set(nodes.map(({ id }) => id));
    for (const [id] of rows) if (!ids.has(id)) rows.delete(id);
    for (const [at, node] of nodes.entries()) {
      const { id, label, description, place, children } = node;
      let row = rows.get(id);
      if (!row) {
        row = this.#controller.createTestItem(id, label, Uri.parse(place.uri));
        rows.add(row);
      }
      row.label = label;
      row.description = description;
      row.sortText = String(at).padStart(6, '0');
      // A sign beside a test would melt into that of the extension that runs it, and one click would start both.
      if (node.kind !== 'test') row.range = toRange(place.range);
      this.#subjects.set(
        row,
        node.kind === 'test' ? { kind: 'test', folder, key, node } : { kind: 'item', folder, key: id, code: node.code ?? [] },
      );
      this.#show(row.children, children, folder, id);
    }
  }
}
