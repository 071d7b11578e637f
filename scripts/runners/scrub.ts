/** Where the projects seem to lie in the fixtures. */
const PROJECT = '/project';

/** What differs from run to run and from machine to machine, and what stands for it. */
const CHANGING: readonly (readonly [pattern: RegExp, stand: string])[] = [
  // XML: attributes.
  [/(?<=\s(?:time|duration|duration_ms)=(?<quote>["']))[\d.e-]+(?=\k<quote>)/gu, '0'],
  [/(?<=\shostname=(?<quote>["']))[^"']*(?=\k<quote>)/gu, 'host'],
  // The log of OUnit.
  [/(?<=tests in: )[\d.]+(?= seconds)/gu, '0'],
  [/(?<=^\S+ )\w+(?=#\d+ [A-Z]: )/gmu, 'host'],
  // Dates, in whatever they are: 2026-11-29T18:00:00.123+00:00.
  [/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?=Z|[+-]\d\d:\d\d|["'\s])/gu, '2026-01-01T00:00:00'],
  [/(?<=timestamp=")\w{3}, \d\d \w{3} \d{4} [\d:]+ GMT(?=")/gu, 'Thu, 01 Jan 2026 00:00:00 GMT'],
  [/(?<=<testsuite name="[\w.]+-)\d{14}(?=")/gu, '20260101000000'],
  // Where Python lies, where its objects lie, threads of Rust.
  [/(?<![\w.])\/[\w./-]*(?=\/lib\/python3(?:\.\d+)?\/)/gu, '/usr'],
  [/(?<=\bat 0x)[\da-f]+/gu, '0'],
  [/(?<=thread '[^'\n]*' \()\d+(?=\) panicked)/gu, '0'],
  // JSON.
  [/(?<="(?:duration|startTime|startAt|endTime|start|end|runtime|nanos|seconds|exec_time|workerIndex|speed)":\s*)-?[\d.e+-]+/gu, '0'],
  // TAP, of LuaUnit too.
  [/(?<=^# Started on ).*$/gmu, 'Thu Jan  1 00:00:00 2026'],
  [/(?<=(?:\btime=|duration_ms:?\s|duration:\s))[\d.]+/gu, '0'],
  [/(?<=# \((?:[^()]*\s)?)\d+(?:\.\d+)?(?=\s?m?s\))/gu, '0'],
  [/(?<=duration_ms )[\d.]+/gu, '0'],
  [/\b\d+(?:\.\d+)?(?= ?(?:ms|wallclock secs|usr|sys|cusr|csys|CPU)\b)/gu, '0'],
];

const UUID = /\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b/gu;

/** A file with results without what another run on another machine would say otherwise: `scrub(text, '/tmp/x')` has `/project` for the folder. */
export function scrub(text: string, folder: string): string {
  const ids = new Map<string, string>();
  const numbered = (id: string): string => {
    const known = ids.get(id) ?? `00000000-0000-4000-8000-${String(ids.size + 1).padStart(12, '0')}`;
    ids.set(id, known);
    return known;
  };
  const moved = text.replaceAll(folder, PROJECT).replaceAll('\r\n', '\n').replaceAll(UUID, numbered);
  return CHANGING.reduce((result, [pattern, stand]) => result.replaceAll(pattern, stand), moved);
}
