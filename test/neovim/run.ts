import { spawnSync } from 'node:child_process';
import { findNeovim } from './findNeovim.ts';

/*
 * Runs the tests in Neovim. Where it is missing they are passed over with one line that says how to get it; on a CI machine
 * that counts as failed.
 */
const neovim = await findNeovim(process.env, (line) => console.error(line));
if (neovim === undefined) {
  console.error('Neovim was not found, so its tests did not run: install it (`sudo apt-get install -y neovim`) or set NVIM_PATH to it');
  process.exitCode = process.env['CI'] === 'true' ? 1 : 0;
} else {
  const reporting = ['--reporter', 'scripts/results/reporter.ts', '--reporter-option', 'name=neovim'];
  const { status } = spawnSync(process.execPath, ['node_modules/mocha/bin/mocha.js', ...reporting, 'test/neovim/neovim.spec.ts'], {
    stdio: 'inherit',
    env: { ...process.env, NVIM_PATH: neovim },
  });
  process.exitCode = status ?? 1;
}
