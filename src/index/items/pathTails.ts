/**
 * `endsWithPath('docs/launch/overview', 'launch/overview')`: whole segments only, but a number alone names a folder that is numbered with it, as
 * people say *spec 008* of `specs/008-kettle`.
 */
export function endsWithPath(key: string, tail: string): boolean {
  if (key === tail || key.endsWith(`/${tail}`)) return true;
  return NUMBER.test(tail) && key.startsWith(`${tail}-`, key.lastIndexOf('/') + 1);
}

/** As folders are numbered; shorter ones are numbers of anything. */
const NUMBER = /^\d{3,14}$/u;

/** All texts of which `endsWithPath` is true for a key: `docs/008-a`, `008-a` and `008` for `docs/008-a`, but for numbers that only a part of a name begins with. */
export function tailsOf(key: string): readonly string[] {
  const segments = key.split('/');
  const tails = segments.map((_segment, at) => segments.slice(at).join('/'));
  const number = LEADING_NUMBER.exec(segments.at(-1) ?? '')?.[0];
  return number === undefined ? tails : [...tails, number];
}

const LEADING_NUMBER = /^\d{3,14}(?=-)/u;
