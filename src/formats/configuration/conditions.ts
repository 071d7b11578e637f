import type { AttributeConditions, WrittenCondition } from '../../model/attributeCondition.ts';
import type { YamlValue } from '../carriers/yaml/yamlValue.ts';
import { present } from '../carriers/yaml/yamlValue.ts';

/** Reads `when: { Status: Approved, ASIL: B }`. */
export function readConditions(value: YamlValue): AttributeConditions {
  return Object.fromEntries(value.entries().map(({ key, value: wanted }) => [key, wanted.string() ?? '']));
}

/** The attributes that rules of needs and gates of a configuration without errors ask for, with their places. */
export function writtenConditions(fields: ReadonlyMap<string, YamlValue>): WrittenCondition[] {
  const rules = present(fields.get('needs'))?.list() ?? [];
  const gates = present(fields.get('gates'))?.entries() ?? [];
  return [...rules, ...gates.map(({ value }) => value)]
    .filter(({ isMapping }) => isMapping)
    .flatMap((owner) => {
      const written = (name: string): YamlValue | undefined => present(owner.entries().find(({ key }) => key === name)?.value);
      const exempts = written('kinds')?.isEmpty === true;
      return (
        written('when')
          ?.entries()
          .map(({ key, keyRange }) => ({ name: key, range: keyRange, ...(exempts && { exempts }) })) ?? []
      );
    });
}
