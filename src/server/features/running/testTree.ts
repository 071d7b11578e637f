import { lspRange } from '../../../editor/place.ts';
import type { DocumentView, IndexView } from '../../../index/view.ts';
import type { Item } from '../../../model/item.ts';
import type { FilePath } from '../../../model/position.ts';
import { nameOf } from '../../../query/list.ts';
import { runnableDocuments, runnableOf, testId } from '../../../query/running/runnable.ts';
import type { WantedTest } from '../../../query/running/wantedTest.ts';
import { listed } from '../../../query/tree/directories.ts';
import { cutShort } from '../../../text/cutShort.ts';
import { fileName } from '../../../text/paths.ts';
import type { Feature } from '../../feature.ts';
import type { Folder } from '../../folder.ts';
import type { Folders } from '../../folders.ts';
import { guarded } from '../../guarded.ts';
import { TEST_DOCUMENTS, TESTS_OF } from '../../runProtocol.ts';
import type { DocumentTests, TestDocument, TestNode, TestsOfParams } from '../../runProtocol.ts';

type ListedDocument = Pick<ReturnType<typeof listed>[number], 'path' | 'label' | 'dimmed'>;

/** Longest text behind an id, in UTF-16 code units. */
const LONGEST = 120;

/** Requirements, criteria and their tests for the list of tests of an editor, a document at a time. */
export const testTree: Feature = {
  register({ connection, folders, log }) {
    connection.onRequest(
      TEST_DOCUMENTS,
      guarded('test documents', log, (): TestDocument[] =>
        // Without a disk nothing can be run.
        folders.all.flatMap((folder) =>
          folder.view && !folder.isVirtual ? listed(runnableDocuments(folder.view)).map((one) => documentOf(folder, one)) : [],
        ),
      ),
    );
    connection.onRequest(
      TESTS_OF,
      guarded('tests', log, (params: TestsOfParams): DocumentTests | null => testsOf(folders, params) ?? null),
    );
  },
};

function testsOf(folders: Folders, params: TestsOfParams): DocumentTests | undefined {
  const found = 'uri' in params ? folders.find(params.uri) : undefined;
  const folder = 'uri' in params ? found?.folder : folders.get(params.folder);
  const view = folder?.view;
  if (!folder || !view || folder.isVirtual) return undefined;
  const path = found?.path ?? pathIn(view, params);
  const document = view.documents().find((one) => one.path === path);
  const requirements = document ? nodesOf(folder, view, document) : [];
  if (!document || requirements.length === 0) return undefined;
  const entry = listed(runnableDocuments(view)).find((one) => one.path === path);
  return entry && { document: documentOf(folder, entry), requirements };
}

function pathIn(view: IndexView, params: TestsOfParams): FilePath | undefined {
  if ('path' in params) return params.path;
  return 'key' in params ? view.item(params.key)?.path : undefined;
}

function documentOf(folder: Folder, { path, label, dimmed }: ListedDocument): TestDocument {
  return { folder: folder.uri, path, uri: folder.uriOf(path), label, description: dimmed };
}

function nodesOf(folder: Folder, view: IndexView, document: DocumentView): TestNode[] {
  return runnableOf(view, document).map(({ requirement, units }) => {
    const [first] = units;
    const itself = first?.item.key === requirement.key;
    const children = itself
      ? first.tests.map((test) => testNode(folder, test))
      : units.map(({ item, tests }) =>
          itemNode(
            folder,
            view,
            item,
            tests.map((test) => testNode(folder, test)),
          ),
        );
    return itemNode(folder, view, requirement, children);
  });
}

function itemNode(folder: Folder, view: IndexView, item: Item, children: readonly TestNode[]): TestNode {
  const { id, key, type, path, facts } = item;
  const name = cutShort(nameOf(item), LONGEST);
  const links = view.coverage(key).links.filter(({ is }) => is === 'implements');
  const code = [...new Set(links.map((link) => folder.uriOf(link.path)))];
  return {
    id: key,
    kind: type,
    // The id of what has none is its place.
    label: facts.implicit ? name : id,
    description: facts.implicit || name === id ? '' : name,
    place: { uri: folder.uriOf(path), range: lspRange(facts.nameRange) },
    ...(code.length > 0 && { code }),
    children,
  };
}

function testNode(folder: Folder, test: WantedTest): TestNode {
  const { path, line, name, groups, annotation } = test;
  const titles = [...groups, name].filter((part) => part !== '');
  const own = titles.pop() ?? fileName(path);
  const range = annotation.declaration?.range ?? annotation.reference.range;
  return {
    id: testId(test),
    kind: 'test',
    // Side by side, tests of one group begin with the same words.
    label: own,
    description: [...titles, `${path}:${line}`].join(' › '),
    place: { uri: folder.uriOf(path), range: lspRange(range) },
    children: [],
  };
}
