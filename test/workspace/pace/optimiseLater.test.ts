import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

describe('optimiseLater', () => {
  it('names flags that this V8 knows', () => {
    const program = "import('./src/workspace/pace/optimiseLater.ts').then(({ optimiseLater }) => optimiseLater())";
    const { stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', '--eval', program], { encoding: 'utf8' });
    assert.deepEqual({ stderr, status }, { stderr: '', status: 0 });
  });
});
