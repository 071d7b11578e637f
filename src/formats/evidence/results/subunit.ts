import type { Outcome, TestResult } from '../../../model/evidence.ts';
import { say } from '../../../model/message.ts';
import { wholeOf } from './junitWholes.ts';
import { readResults } from '../reading.ts';
import type { Loss, ReadEvidence } from '../reading.ts';

const SIGNATURE = 0xb3;
/** Bits of the flags. */
const VERSION = { mask: 0xf000, two: 0x2000 } as const;
const HAS = { testId: 0x0800, timestamp: 0x0200 } as const;
/** The lowest bits of the flags; 0 is not a status, 1 says only that there is such a test. */
const IN_PROGRESS = 2;
const OUTCOMES: readonly (Outcome | undefined)[] = [undefined, undefined, undefined, 'passed', 'failed', 'skipped', 'failed', 'skipped'];
/** Signature, flags, the shortest length, and the check sum. */
const SHORTEST = 8;

interface Packet {
  readonly end: number;
  readonly status: number;
  readonly testId: string | undefined;
  /** Seconds since 1970. */
  readonly time: number | undefined;
}

/** True for the beginning of a stream of subunit, version 2, with a character for each byte. */
export function isSubunit(head: string): boolean {
  return head.charCodeAt(0) === SIGNATURE && (head.charCodeAt(1) & 0xf0) === VERSION.two >> 8;
}

/**
 * Reads subunit version 2 (README.rst and `python/subunit/v2.py` of subunit 1.4), which stestr, testrepository, `python -m subunit.run` and Check write: packets with flags, a length, a test id, a status and a check
 * sum. What is between packets is output of programs, in which the byte that begins a packet is a part of other characters; a packet whose check sum is wrong is lost. A success that was not expected is a failure, as its tools count it, and a failure that was expected is
 * no proof. A test that began and has no end was stopped.
 *
 * @param text one character for each byte.
 */
export function readSubunit(text: string): ReadEvidence {
  const results: TestResult[] = [];
  const running = new Set<string>();
  let began: number | undefined;
  // Bytes that claim to begin packets within packets must not have the same text summed up over and over.
  const budget = { left: 4 * text.length };
  let broken = 0;
  let end = 0;
  for (let at = text.indexOf('\u00b3'); at >= 0;) {
    const packet = packetAt(text, at, budget);
    if (packet) {
      const { testId, status, time } = packet;
      began ??= time;
      if (testId !== undefined && status === IN_PROGRESS) running.add(testId);
      const outcome = OUTCOMES[status];
      if (testId !== undefined && outcome) {
        running.delete(testId);
        results.push(resultOf(testId, outcome));
      }
    } else if ((text.charCodeAt(at + 1) & 0xf0) === VERSION.two >> 8 && (at === end || text.charCodeAt(at - 1) < 0x80)) broken += 1;
    end = packet?.end ?? end;
    at = text.indexOf('\u00b3', packet ? packet.end : at + 1);
  }
  const lost: Loss[] = [];
  if (running.size > 0) lost.push({ reason: say('the run was stopped before its end'), line: 0 });
  else if (broken > 0 && results.length === 0) return { kind: 'malformed', reason: say('its packets are damaged'), line: 0 };
  else if (broken > 0) lost.push({ reason: say('its packets are damaged'), line: 0 });
  return readResults(results, began === undefined ? undefined : String(began), lost);
}

/** The packet that begins there; undefined where none does. */
function packetAt(text: string, at: number, budget: { left: number }): Packet | undefined {
  const flags = number(text, at + 1, 2);
  const length = varint(text, at + 3);
  if ((flags & VERSION.mask) !== VERSION.two || !length || length.value < SHORTEST || at + length.value > text.length) return undefined;
  if ((budget.left -= length.value) < 0) return undefined;
  const end = at + length.value;
  if (crc32(text, at, end - 4) !== number(text, end - 4, 4)) return undefined;
  let next = length.end;
  let time: number | undefined;
  if ((flags & HAS.timestamp) !== 0) {
    time = number(text, next, 4);
    next = varint(text, next + 4)?.end ?? end;
  }
  let testId: string | undefined;
  if ((flags & HAS.testId) !== 0) {
    const size = varint(text, next);
    if (!size || size.end + size.value > end - 4) return undefined;
    testId = utf8(text.slice(size.end, size.end + size.value));
  }
  return { end, status: flags & 7, testId, time };
}

/** A number whose first two bits say how many more bytes it has. */
function varint(text: string, at: number): { readonly value: number; readonly end: number } | undefined {
  const first = text.charCodeAt(at);
  if (Number.isNaN(first)) return undefined;
  const size = (first >> 6) + 1;
  const value = number(text, at, size) & (2 ** (8 * size - 2) - 1);
  return { value, end: at + size };
}

function number(text: string, at: number, size: number): number {
  let value = 0;
  for (let index = 0; index < size; index += 1) value = value * 256 + (text.charCodeAt(at + index) || 0);
  return value;
}

function utf8(bytes: string): string {
  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** The check sum of zlib. */
function crc32(text: string, from: number, to: number): number {
  let value = 0xffffffff;
  for (let at = from; at < to; at += 1) value = (CRC_TABLE[(value ^ text.charCodeAt(at)) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

/** `tests.test_a.TestA.test_b(scenario)`: what is before the last full stop is the class. */
function resultOf(testId: string, outcome: Outcome): TestResult {
  const bare = testId.replace(/[([][\s\S]*$/u, '');
  const dot = /\s/u.test(bare) ? -1 : bare.lastIndexOf('.');
  const className = dot < 0 ? '' : testId.slice(0, dot);
  const title = testId.slice(dot + 1);
  const named = {
    title,
    className: testId.includes('._FailedTest.') ? testId : className,
    suite: '',
    file: undefined,
    error: true,
    message: '',
  };
  const whole = outcome === 'failed' ? wholeOf(named) : undefined;
  return whole ?? { outcome, groups: className === '' ? [] : [className], title };
}
