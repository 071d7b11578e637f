import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, diagnostics, drawTree, eventually, indexed, until, uri } from './support.ts';

const MEMORY: Readonly<Record<string, string>> = {
  '/memory/docs/memory.md': '# Memory\n\n## REQ-5: Memory\n\n**Acceptance Criteria**:\n\n- It is remembered\n',
};

/** A folder that no disk has. */
const provider: vscode.FileSystemProvider = {
  onDidChangeFile: new vscode.EventEmitter<vscode.FileChangeEvent[]>().event,
  watch: () => ({ dispose: () => undefined }),
  stat({ path }) {
    const isFile = Object.hasOwn(MEMORY, path);
    return { type: isFile ? vscode.FileType.File : vscode.FileType.Directory, ctime: 0, mtime: 1, size: MEMORY[path]?.length ?? 0 };
  },
  readDirectory({ path }) {
    if (path === '/memory') return [['docs', vscode.FileType.Directory]];
    return path === '/memory/docs' ? [['memory.md', vscode.FileType.File]] : [];
  },
  readFile: ({ path }) => new TextEncoder().encode(MEMORY[path] ?? ''),
  writeFile: () => undefined,
  delete: () => undefined,
  createDirectory: () => undefined,
  rename: () => undefined,
};

describe('a multi-root workspace', () => {
  // @verifies RT-7.1/AC14~cbacc1
  it('shows a row for each of its folders', async () => {
    assert.deepEqual(
      vscode.workspace.workspaceFolders?.map((folder) => folder.name),
      ['api', 'web'],
    );
    const api = await indexed();
    await eventually(
      () => drawTree(api, 2),
      ['root-folder api | 0/1 met', '  book api.md | 0/1 met', 'root-folder web | 0/1 met', '  book web.md | 0/1 met'],
    );
    await eventually(() => [api.badge, api.statusBar], [2, '$(checklist) 0/2 criteria met']);
  });

  // @verifies RT-7.1/AC14~cbacc1
  it('has an index for each folder: the same id in both is no trouble', async () => {
    await indexed();
    for (const [folder, file] of ['docs/api.md', 'docs/web.md'].entries()) {
      await eventually(() => diagnostics(file, folder).map(codeOf), ['unmet-criterion']);
    }
  });

  it('follows a folder that goes and comes', async () => {
    const api = await indexed();
    const web = uri('', 1);
    assert.ok(vscode.workspace.updateWorkspaceFolders(1, 1));
    await eventually(() => drawTree(api, 1), ['book api.md | 0/1 met']);
    await eventually(() => [api.badge, api.statusBar], [1, '$(checklist) 0/1 criteria met']);
    assert.deepEqual(vscode.languages.getDiagnostics(vscode.Uri.joinPath(web, 'docs/web.md')), []);

    assert.ok(vscode.workspace.updateWorkspaceFolders(1, 0, { uri: web }));
    await eventually(() => drawTree(api, 1), ['root-folder api | 0/1 met', 'root-folder web | 0/1 met']);
    await eventually(() => api.badge, 2);
  });

  // @verifies RT-7.8/AC3~4b750d
  it('offers agents tools of the language server for a folder that no server of theirs can read, and for no other', async () => {
    await indexed();
    const registered = vscode.workspace.registerFileSystemProvider('memory', provider, { isReadonly: true });
    const ask = async (input: object): Promise<string> => {
      const { content } = await vscode.lm.invokeTool('reqtrace_next_criteria', { input, toolInvocationToken: undefined });
      return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '?')).join('\n');
    };
    // Whether they are offered to a model, `when` of package.json says, which `vscode.lm.tools` does not look at.
    const none = /ReqTrace answers about no folder here/u;
    await assert.rejects(ask({}), none);
    assert.ok(vscode.workspace.updateWorkspaceFolders(2, 0, { uri: vscode.Uri.from({ scheme: 'memory', path: '/memory' }) }));
    const answer = await until(
      'the answer',
      () => ask({}).catch(String),
      (text) => text.startsWith('REQ-5/AC1'),
    );
    assert.match(answer, /^REQ-5\/AC1 \[unmet\] It is remembered — docs\/memory\.md:7/u);
    assert.equal(await ask({ folder: 'memory' }), answer);
    assert.match(await ask({ folder: 'api' }).catch(String), /Say in "folder" which workspace folder is meant: memory\./u);
    assert.ok(vscode.workspace.updateWorkspaceFolders(2, 1));
    await until(
      'the end',
      () => ask({}).catch(String),
      (text) => none.test(text),
    );
    registered.dispose();
  });
});
