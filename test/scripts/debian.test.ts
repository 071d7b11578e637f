import assert from 'node:assert/strict';
import { chmodSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { installPackage } from '../../scripts/debian.ts';
import { folders } from '../support/workspace/folder.ts';

const make = folders();

/** As apt-get: it fails where another one is at work. */
const APT_GET = `#!/bin/sh
cd "$(dirname "$0")"
mkdir working || exit 100
echo "$@" >> calls
sleep 0.1
rmdir working
case "$1" in install) { echo '#!/bin/sh' > brewer; chmod +x brewer; } ;; esac
`;

describe('installing a package of Debian', function () {
  before(function () {
    if (process.platform !== 'linux') this.skip();
  });

  it('is done once, whoever asks for it at the same time', async () => {
    const folder = make();
    folder.write('apt-get', APT_GET);
    chmodSync(folder.at('apt-get'), 0o755);
    const env = { PATH: `${folder.path}:/usr/bin:/bin` };
    await Promise.all([1, 2, 3].map(() => installPackage('coffee', 'brewer', env)));
    assert.equal(readFileSync(folder.at('calls'), 'utf8'), 'update -qq\ninstall -y -qq --no-install-recommends coffee\n');
    rmSync(folder.at('calls'));
    await installPackage('coffee', 'brewer', env);
    assert.ok(!existsSync(folder.at('calls')));
  });
});
