import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { downloadFolder, place, run, unpackPackage } from './obtain.ts';

/** A headless Chromium 138 for Linux x64 from the npm registry; newer versions of the package ask for Node 22. */
const CHROMIUM = {
  version: '138.0.2',
  integrity: 'sha512-vs5qUiK6kFCzLCxZ2buWONcB6jdF3VWdYp6kH1tt56tZ78p51dMAxfWsfk9P62z/jAeqbVg4V6Rb3Ic4aAeOKQ==',
};

/** A browser that can be started: `{ executablePath: '/usr/bin/chromium' }`. */
export interface FoundBrowser {
  readonly executablePath: string;
  /** What it needs in its environment beside that of the process. */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Gets a Chromium into `.vscode-test/`, once; later calls only look. It brings the libraries with it that a machine without a browser may not have.
 *
 * @throws HarnessError when the npm registry cannot be reached or serves another tarball than expected.
 */
export async function obtainBrowser(log: (line: string) => void): Promise<FoundBrowser> {
  const folder = path.join(downloadFolder, `chromium-${CHROMIUM.version}-linux-x64`);
  await place(folder, `Chromium ${CHROMIUM.version}`, unpackChromium, log);
  return {
    executablePath: path.join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: [path.join(folder, 'lib'), process.env['LD_LIBRARY_PATH'] ?? ''].filter((part) => part !== '').join(':') },
  };
}

async function unpackChromium(folder: string): Promise<void> {
  await unpackPackage(`@sparticuz/chromium@${CHROMIUM.version}`, CHROMIUM.integrity, folder);
  const packed = (name: string): string => path.join(folder, 'package/bin', name);
  await decompress(packed('chromium.br'), path.join(folder, 'chromium'));
  await chmod(path.join(folder, 'chromium'), 0o755);
  for (const name of ['swiftshader', 'al2023', 'fonts']) {
    const tar = path.join(folder, `${name}.tar`);
    await decompress(packed(`${name}.tar.br`), tar);
    await run('tar', ['-xf', tar, '--no-same-owner'], { cwd: folder });
    await rm(tar);
  }
  await rm(path.join(folder, 'package/bin'), { recursive: true });
}

async function decompress(from: string, to: string): Promise<void> {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));
}
