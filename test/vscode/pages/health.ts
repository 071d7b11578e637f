import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Workbench } from '../page.ts';
import { serversBelow } from '../processes.ts';

/** What a person is told when what is shown may not be so. */
export function checks(workbench: Workbench): void {
  describe('what is told of itself', () => {
    tellsOfErrors(workbench);
    tellsOfAnEnd(workbench);
    isReported(workbench);
  });
}

function tellsOfErrors(workbench: Workbench): void {
  const message = 'reqtrace.yaml has errors; its last good settings, or the defaults, are in use.';

  it('says that its reqtrace.yaml has errors, and no longer when they are mended', async () => {
    const configuration = path.join(workbench.root, 'reqtrace.yaml');
    await workbench.openView('ReqTrace');
    const sound = readFileSync(configuration, 'utf8');
    writeFileSync(configuration, 'version: 1\ndocuments: [docs/**/*.md\n');
    await (await workbench.openNotifications()).getByText(message).waitFor();
    assert.ok((await workbench.statusBarText()).includes('1/5 criteria met · reqtrace.yaml has errors'));
    await workbench.view('Requirements').getByText(message).waitFor();
    await (await workbench.openNotifications()).getByRole('button', { name: 'Open reqtrace.yaml' }).click();
    await workbench.page.locator('.part.editor .tab.active', { hasText: 'reqtrace.yaml' }).waitFor();

    writeFileSync(configuration, sound);
    await workbench.until(
      'status bar',
      () => workbench.statusBarText(),
      (items) => items.includes('1/5 criteria met'),
    );
    await workbench.view('Requirements').getByText(message).waitFor({ state: 'detached' });
  });
}

function tellsOfAnEnd(workbench: Workbench): void {
  it('says that the server ended too often, with a button that starts it again', async () => {
    const end = async (): Promise<void> => {
      const [server] = await workbench.until(
        'server',
        () => serversBelow(process.pid),
        (found) => found.length === 1,
      );
      process.kill(server ?? 0, 'SIGKILL');
      await workbench.until(
        'its end',
        () => serversBelow(process.pid),
        (found) => !found.includes(server ?? 0),
      );
    };
    const says = (words: string): Promise<string[]> =>
      workbench.until(
        'status bar',
        () => workbench.statusBarText(),
        (items) => items.includes(words),
      );
    // The first time it starts again at once.
    await end();
    await end();
    for (let time = 3; time < 5; time += 1) {
      await end();
      await says('ReqTrace is starting again');
      // Sooner than by itself.
      await workbench.runCommand('ReqTrace: Refresh');
    }
    await end();
    await says('ReqTrace stopped');
    const told = 'ReqTrace stopped: its language server ended too often.';
    await (await workbench.openNotifications()).getByText(told).waitFor();
    await workbench.view('Requirements').getByText('The language server stopped. What is shown is old.').waitFor();

    await (await workbench.openNotifications()).getByRole('button', { name: 'Restart', exact: true }).click();
    await says('1/5 criteria met');
  });
}

function isReported(workbench: Workbench): void {
  it('is reported without a word of the repository', async () => {
    const page = workbench.page.locator('.part.editor .tab.active', { hasText: 'ReqTrace: report of a problem' });
    // A server that started again counts before it has read everything.
    const report = await workbench.until(
      'report of a folder that was read',
      async () => {
        if (await page.isVisible()) await workbench.runCommand('View: Revert and Close Editor');
        await workbench.runCommand('ReqTrace: Report a Problem');
        await page.waitFor();
        return (await workbench.editorLines()).join('\n');
      },
      (text) => text.includes('## Log') && !text.includes('folder 1: indexing'),
    );
    assert.match(report, /- folder 1: ready, reqtrace\.yaml valid, 5 criteria in 2 documents, linked/);
    assert.match(report, /warn The language server ended unexpectedly/);
    assert.doesNotMatch(report, /archive|REQ-/);
  });
}
