/** Adds to the list of a key, which may be its first: `addTo(byFile, 'a.md', finding)`. */
export function addTo<Key, Value>(groups: Map<Key, Value[]>, key: Key, value: Value): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

/** Each thing once, by its key, in the place of the first: `uniqueBy(items, ({ key }) => key)`. Of several of one name the last is kept. */
export function uniqueBy<Value>(values: Iterable<Value>, nameOf: (value: Value) => unknown): Value[] {
  const unique = new Map<unknown, Value>();
  for (const value of values) unique.set(nameOf(value), value);
  return [...unique.values()];
}
