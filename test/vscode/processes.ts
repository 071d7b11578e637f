import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Ids of the language servers among the processes that a process started, directly or not. */
export async function serversBelow(ancestor: number): Promise<number[]> {
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=,args='], { maxBuffer: 16 * 1024 * 1024 });
  const lines = stdout.split('\n').map((line) => /^\s*(?<pid>\d+)\s+(?<parent>\d+)\s(?<args>.*)$/u.exec(line)?.groups ?? {});
  const parents = new Map(lines.map(({ pid, parent }) => [Number(pid), Number(parent)]));
  const isBelow = (pid: number): boolean => {
    for (let at: number | undefined = pid; at !== undefined && at > 1; at = parents.get(at)) if (at === ancestor) return true;
    return false;
  };
  return lines
    .filter(({ args }) => /[\\/]dist[\\/]server\.cjs\b/u.test(args ?? ''))
    .map(({ pid }) => Number(pid))
    .filter(isBelow);
}
