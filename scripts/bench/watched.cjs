'use strict';
/*
 * Loaded before a program that is measured (`node -r watched.cjs …`): writes into the file that REQTRACE_BENCH_FIGURES names, as JSON, how large the process
 * became and the longest turn of its event loop, in processor time of the main thread (Linux). It writes at the end, and whenever it is asked by SIGUSR2,
 * which begins anew with the turns.
 */
const { readFileSync, renameSync, writeFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

const target = process.env.REQTRACE_BENCH_FIGURES;
if (isMainThread && target !== undefined) {
  // Nanoseconds on a processor; the first thread of a process has its number.
  const time = () => Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'latin1').split(' ', 1)[0]) / 1e6;
  let last = time();
  let longest = 0;
  const write = () => {
    const status = readFileSync('/proc/self/status', 'latin1');
    /** @param {string} name */
    const megabytes = (name) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`, 'u').exec(status)?.[1]) / 1024);
    writeFileSync(`${target}.part`, JSON.stringify({ peak: megabytes('VmHWM'), now: megabytes('VmRSS'), longest: Math.round(longest) }));
    renameSync(`${target}.part`, target);
  };
  if (process.env.REQTRACE_BENCH_TURNS === '1') {
    const turn = () => {
      const now = time();
      longest = Math.max(longest, now - last);
      last = now;
      // Not setImmediate: it would keep a processor busy, and a turn is over before a timer is due.
      setTimeout(turn, 1).unref();
    };
    turn();
    process.on('SIGUSR2', () => {
      write();
      longest = 0;
    });
  }
  process.on('exit', write);
}
