/** From which attributes or columns a file of another tool was read, as `reqtrace.yaml` would say it: `{ key: 'reqif', id: ['ID'], title: [], text: ['Text'] }`. */
export interface FoundMapping {
  readonly key: 'reqif' | 'sheets';
  readonly id: readonly string[];
  readonly title: readonly string[];
  readonly text: readonly string[];
}
