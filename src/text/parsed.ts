/** True for a mapping in what was parsed of JSON or YAML, as opposed to a list, a scalar or nothing: `isRecord({ a: 1 })`. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
