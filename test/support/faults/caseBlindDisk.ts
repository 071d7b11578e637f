import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder on a file system that takes `A.md` and `a.md` for one. */
export interface CaseBlindDisk {
  readonly path: string;
  /** False where folders had better keep their names. */
  readonly renamesFolders: boolean;
  remove(): void;
}

const MB = 1024 * 1024;
/** Seconds after which a program that serves a disk, and may hang, ends with all who wait for it. */
const LONGEST = '60';

/**
 * Makes one: the temporary folder itself where it is such, as on macOS and Windows, else what Linux has of that kind and this user may
 * mount. Undefined where there is none.
 */
export async function caseBlindDisk(): Promise<CaseBlindDisk | undefined> {
  for (const way of [native, foldingMemory, fat, fatInUserSpace]) {
    const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'reqtrace-case-')));
    const disk = path.join(folder, 'disk');
    mkdirSync(disk);
    const undo = await way(disk, path.join(folder, 'image'));
    const remove = (): void => {
      undo?.();
      rmSync(folder, { recursive: true, force: true });
    };
    if (undo && isBlind(disk)) return { path: disk, renamesFolders: way !== fatInUserSpace, remove };
    remove();
  }
  return undefined;
}

type Way = (disk: string, image: string) => (() => void) | undefined | Promise<(() => void) | undefined>;

const native: Way = () => () => undefined;

/** Since Linux 6.13, where the kernel knows Unicode. */
const foldingMemory: Way = (disk) => {
  if (!run('mount', '-t', 'tmpfs', '-o', 'size=16m,casefold', 'none', disk)) return undefined;
  return run('chattr', '+F', disk) ? () => void run('umount', disk) : void run('umount', disk);
};

const fat: Way = (disk, image) => {
  const mounted = makeFat(image) && run('mount', '-t', 'vfat', '-o', 'loop', image, disk);
  return mounted ? () => void run('umount', disk) : undefined;
};

/** With the Debian packages dosfstools and fusefat, if somebody asks for it: that program may hang when it has much to do. */
const fatInUserSpace: Way = async (disk, image) => {
  if (!process.env['REQTRACE_TEST_FUSEFAT'] || !makeFat(image)) return undefined;
  const child = spawn('timeout', ['-s', 'KILL', LONGEST, 'fusefat', '-f', '-o', 'rw+', image, disk], { stdio: 'ignore' });
  const failed = await settled(child, disk);
  return failed
    ? undefined
    : () => {
        run('umount', disk);
        child.kill();
      };
};

function makeFat(image: string): boolean {
  writeFileSync(image, '');
  truncateSync(image, 40 * MB);
  return run('mkfs.vfat', '-F', '32', image);
}

/** Waits until something is mounted; true if the program ends before. */
async function settled(child: ChildProcess, disk: string): Promise<boolean> {
  child.on('error', () => undefined);
  for (let look = 0; look < 100 && child.pid !== undefined && child.exitCode === null; look += 1) {
    if (run('mountpoint', '-q', disk)) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}

function isBlind(folder: string): boolean {
  try {
    writeFileSync(path.join(folder, 'probe'), '');
    const blind = existsSync(path.join(folder, 'PROBE'));
    rmSync(path.join(folder, 'probe'));
    return blind;
  } catch {
    return false;
  }
}

function run(command: string, ...args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
