import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { REPOSITORY, runScript } from '../support/ci.ts';
import type { ScriptResult } from '../support/ci.ts';
import { Folder } from '../support/workspace/folder.ts';

/** The script of the template that writes the note, as the shell hands it to node. */
function noteScript(): string {
  const { reqtrace }: { readonly reqtrace: { readonly script: readonly string[] } } = parse(
    readFileSync(`${REPOSITORY}ci/gitlab.yml`, 'utf8'),
  );
  return /node --eval '([^']+)'/u.exec(reqtrace.script.join('\n'))?.[1] ?? assert.fail('the template has no such script');
}

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly token: string | undefined;
  readonly body: unknown;
}
type Answer = (method: string, url: string) => { readonly status: number; readonly data?: unknown };

describe('what is handed to services', () => {
  let folder: Folder;
  let server: Server;
  let asked: Asked[];
  let answer: Answer;

  before(async () => {
    folder = new Folder({ 'reqtrace.md': '## Requirements\n', '.git/home/x': '' });
    server = createServer((request, response) => {
      let text = '';
      request.on('data', (data: Buffer) => {
        text += data.toString();
      });
      request.on('end', () => {
        const { method = '', url = '', headers } = request;
        asked.push({ method, url, token: headers['private-token']?.toString(), body: text ? JSON.parse(text) : undefined });
        const { status, data = {} } = answer(method, url);
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(data));
      });
    });
    await new Promise<void>((resolve) => {
      // As "localhost" may be read: ::1 where there is one.
      server.listen(0, 'localhost', resolve);
    });
  });
  after(() => {
    server.close();
    folder.delete();
  });

  const port = (): number => (server.address() as AddressInfo).port;
  const start = (args: readonly string[], env: Readonly<Record<string, string>>, given: Answer): Promise<ScriptResult> => {
    asked = [];
    answer = given;
    return runScript([process.execPath, ...args], folder.path, env);
  };
  const steps = (): string[] => asked.map(({ method, url }) => `${method} ${url}`);

  describe('the note of the GitLab template', () => {
    const notes = '/api/v4/projects/7/merge_requests/3/notes';
    const marked = '<!-- reqtrace note: "." -->\n';
    const note = (given: Answer): Promise<ScriptResult> =>
      start(
        ['--eval', noteScript()],
        {
          CI_API_V4_URL: `http://localhost:${port()}/api/v4`,
          CI_PROJECT_ID: '7',
          CI_MERGE_REQUEST_IID: '3',
          REQTRACE_ROOT: '.',
          REQTRACE_TOKEN: 'secret',
        },
        given,
      );
    const me = { status: 200, data: { id: 1 } };

    it('is made where there is none but those of others', async () => {
      const result = await note((method, url) => {
        if (url === '/api/v4/user') return me;
        return method === 'GET' ? { status: 200, data: [{ id: 5, author: { id: 2 }, body: marked }] } : { status: 201 };
      });
      assert.deepEqual([result.code, result.stdout, result.stderr], [0, '', '']);
      assert.deepEqual(steps(), ['GET /api/v4/user', `GET ${notes}?per_page=100&page=1`, `POST ${notes}`]);
      assert.deepEqual([asked[2]?.token, asked[2]?.body], ['secret', { body: `${marked}## Requirements\n` }]);
    });

    it('is rewritten on whatever page it stands', async () => {
      const others = Array.from({ length: 100 }, (_, id) => ({ id, author: { id: 1 }, body: 'hello' }));
      await note((_, url) => {
        if (url === '/api/v4/user') return me;
        if (url.endsWith('page=1')) return { status: 200, data: others };
        return { status: 200, data: url.endsWith('page=2') ? [{ id: 555, author: { id: 1 }, body: `${marked}old` }] : {} };
      });
      assert.deepEqual(steps().slice(2), [`GET ${notes}?per_page=100&page=2`, `PUT ${notes}/555`]);
    });

    it('fails nothing where the token may not write', async () => {
      const result = await note(() => ({ status: 401 }));
      assert.deepEqual([result.code, result.stdout], [0, 'No note on the merge request: GET /api/v4/user answered 401\n']);
    });
  });

  describe('the report for Bitbucket', () => {
    const reports = 'http://api.bitbucket.org/2.0/repositories/a%20b/shop/commit/abc/reports/reqtrace';
    const report = (text: string, given: Answer): Promise<ScriptResult> => {
      folder.write('reqtrace.json', text);
      return start(
        [`${REPOSITORY}ci/bitbucket/report.mjs`, 'reqtrace.json'],
        { BITBUCKET_WORKSPACE: 'a b', BITBUCKET_REPO_SLUG: 'shop', BITBUCKET_COMMIT: 'abc', REQTRACE_PROXY_PORT: String(port()) },
        given,
      );
    };

    // @verifies RT-9.2/AC5~e1978f
    it('takes the place of an earlier one, a hundred annotations at a time', async () => {
      const annotations = Array.from({ length: 101 }, (_, id) => ({ external_id: `${id}` }));
      const made = { title: 'ReqTrace' };
      // There is none to delete at first.
      const result = await report(JSON.stringify({ report: made, annotations }), (method) => ({ status: method === 'DELETE' ? 404 : 200 }));
      assert.deepEqual([result.code, result.stdout, result.stderr], [0, '', '']);
      assert.deepEqual(steps(), [`DELETE ${reports}`, `PUT ${reports}`, `POST ${reports}/annotations`, `POST ${reports}/annotations`]);
      assert.deepEqual(
        asked.slice(1).map(({ body }) => body),
        [made, annotations.slice(0, 100), annotations.slice(100)],
      );
    });

    it('fails nothing where it is refused or was not made', async () => {
      const refused = await report('{"report":{},"annotations":[]}', () => ({ status: 403 }));
      assert.equal(refused.code, 0);
      assert.match(refused.stdout, /^No report for Bitbucket: PUT \S+ answered 403\n$/u);
      const none = await report('', () => ({ status: 200 }));
      assert.equal(none.code, 0);
      assert.match(none.stdout, /^No report for Bitbucket: /u);
      assert.deepEqual(asked, []);
    });
  });
});
