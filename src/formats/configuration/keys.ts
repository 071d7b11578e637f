import { EXTERNAL_NAME } from '../../model/externalKey.ts';
import { say } from '../../model/message.ts';
import type { YamlValue } from '../carriers/yaml/yamlValue.ts';

/** An address without blanks and control characters; what follows the host is the tracker's business. */
const ADDRESS = /^https?:\/\/[^\s/?#{}@]+(?:[/?#][^\s\p{Cc}<>"\\^`|]*)?$/u;
const KEY = '{key}';

/**
 * Reads `keys: { TEA: "https://tracker.example/browse/{key}" }`: prefixes of items that other tools keep, with the address of one. They go into links that
 * people follow, so only http and https are accepted.
 */
export function readKeys(value: YamlValue): Readonly<Record<string, string>> {
  const keys = new Map<string, string>();
  for (const { key, keyRange, value: written } of value.entries()) {
    const address = written.string();
    if (!EXTERNAL_NAME.test(key))
      written.fail(say('must be declared by a prefix of capital letters such as TEA, or by "#" or "AB#", not by "{0}"', key), keyRange);
    else if (address === undefined) continue;
    else if (!address.includes(KEY) || !ADDRESS.test(address.replaceAll(KEY, '1')) || !ADDRESS.test(address.split(KEY, 1)[0] ?? ''))
      written.fail(
        say('must be an address with http or https and with {0} after the host, such as https://tracker.example/browse/{0}', KEY),
      );
    else keys.set(key, address);
  }
  return Object.fromEntries(keys);
}
