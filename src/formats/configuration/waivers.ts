import type { Waiver } from '../../model/facts.ts';
import { referenceIn } from '../ids/idGrammar.ts';
import type { IdGrammar } from '../ids/idGrammar.ts';
import type { Problem } from '../../model/finding.ts';
import type { Message } from '../../model/message.ts';
import { say } from '../../model/message.ts';
import { isDay } from '../../text/day.ts';
import { present } from '../carriers/yaml/yamlValue.ts';
import type { YamlValue } from '../carriers/yaml/yamlValue.ts';

/**
 * Reads `waivers:`. What is not a waiver at all breaks the configuration; a waiver that lacks its reference or its
 * reason is an `invalid-waiver` and waives nothing.
 */
export function readWaivers(value: YamlValue, ids: IdGrammar, problems: Problem[]): Waiver[] {
  return value.listOf((entry) => {
    const fields = entry.fields(['ref', 'reason', 'owner', 'until']);
    const known = problems.length;
    const invalid = (message: Message, at: YamlValue = entry): undefined => {
      problems.push({ code: 'invalid-waiver', range: at.range, message });
      return undefined;
    };
    const ref = present(fields.get('ref'));
    const reason = optionalText(fields.get('reason'));
    const owner = optionalText(fields.get('owner'));
    const until = readDay(fields.get('until'));
    if (problems.length > known) return undefined;
    if (!ref) return fields.size ? invalid(say('This waiver has no reference. Add "ref", such as ref: IP-1.2.1/AC4')) : undefined;
    const text = ref.string();
    if (text === undefined) return undefined;
    const found = ids.referenceAt(text.trim(), 0);
    if (found?.end !== text.trim().length)
      return invalid(say('"{0}" is not a reference to a requirement or a criterion. Example: IP-1.2.1/AC4', text), ref);
    if (!reason) return invalid(say('The waiver of {0} needs a reason: add "reason", such as reason: measured by hand', text));
    return {
      reference: referenceIn(found, ref.textRange()),
      range: entry.range,
      reason,
      ...(owner && { owner }),
      ...(until && { until }),
    };
  });
}

function optionalText(value: YamlValue | undefined): string | undefined {
  return present(value)?.string()?.trim();
}

function readDay(value: YamlValue | undefined): string | undefined {
  const day = present(value)?.string();
  if (value === undefined || day === undefined) return undefined;
  return isDay(day) ? day : value.fail(say('must be a day of the calendar such as 2027-03-31, not "{0}"', day));
}
