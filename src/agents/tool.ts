import { plain, truncate } from '../report/writing/plainText.ts';
import type { AskedFolder } from './askedFolder.ts';

/** One argument of a tool. */
export interface Parameter {
  readonly type: 'string' | 'number' | 'boolean' | 'strings';
  readonly description: string;
  /** The only values that it takes; of `strings`, each. */
  readonly choices?: readonly string[];
}

/** What a tool was asked, checked against its parameters. */
export interface Asked {
  text(name: string): string | undefined;
  texts(name: string): readonly string[];
  /** A whole number of at least 0. */
  count(name: string, otherwise: number): number;
  flag(name: string): boolean;
}

/** What an agent is told. */
export interface Answer {
  readonly text: string;
  /** True where the question could not be answered as it was asked. */
  readonly isError?: boolean;
  /** The same for programs, where it is short. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** One thing that a coding agent can ask of a folder: `{ name: 'coverage', … }`. Its texts are English and for a model to read: short, in the same order each time. */
export interface AgentTool {
  readonly name: string;
  /** What it is for and when to ask it, in a sentence or two. */
  readonly description: string;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly required?: readonly string[];
  /** JSON Schema of `data`. */
  readonly output?: Readonly<Record<string, unknown>>;
  /** False for one that runs or writes something. */
  readonly readOnly: boolean;
  run(folder: AskedFolder, asked: Asked): Promise<Answer>;
}

/** JSON Schema of a tool's arguments, of draft 2020-12. */
export function inputSchema({ parameters, required = [] }: Pick<AgentTool, 'parameters' | 'required'>): Record<string, unknown> {
  const properties = Object.entries(parameters).map(([name, { type, description, choices }]) => {
    const one = { ...(choices && { enum: choices }) };
    const schema = type === 'strings' ? { type: 'array', items: { type: 'string', ...one } } : numberOr(type, one);
    return [name, { ...schema, description }] as const;
  });
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

function numberOr(type: Exclude<Parameter['type'], 'strings'>, rest: object): object {
  return type === 'number' ? { type: 'integer', minimum: 0 } : { type, ...rest };
}

/** Checks what an agent wrote; a text says what is wrong with it and what there is. */
export function readArguments({ name, parameters, required = [] }: AgentTool, given: unknown): Asked | string {
  const values = new Map(Object.entries(typeof given === 'object' && given !== null ? given : {}));
  const names = Object.keys(parameters);
  for (const [key, value] of values) {
    const parameter = parameters[key];
    if (!parameter) return `${name} has no argument "${truncate(plain(key), 60)}". It takes: ${names.join(', ') || 'nothing'}.`;
    const fault = faultOf(value, parameter);
    if (fault !== undefined) return `"${key}" of ${name} ${fault}.`;
  }
  const missing = required.find((key) => isBlank(values.get(key)));
  if (missing !== undefined) return `${name} needs "${missing}": ${parameters[missing]?.description ?? ''}`;
  return {
    text: (key) => {
      const value = values.get(key);
      return typeof value === 'string' && value.trim() !== '' ? value : undefined;
    },
    texts: (key) => {
      const value = values.get(key);
      return (Array.isArray(value) ? value : [value]).filter((text): text is string => typeof text === 'string');
    },
    count: (key, otherwise) => {
      const value = values.get(key);
      return typeof value === 'number' ? value : otherwise;
    },
    flag: (key) => values.get(key) === true,
  };
}

/** True for what says nothing, so that it is missing as much as what is not there. */
function isBlank(value: unknown): boolean {
  return value === undefined || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);
}

function faultOf(value: unknown, { type, choices }: Parameter): string | undefined {
  const isChoice = (text: string): boolean => !choices || choices.includes(text);
  const among = `is one of ${choices?.join(', ') ?? ''}`;
  switch (type) {
    case 'string':
      if (typeof value !== 'string') return 'is a text';
      return isChoice(value) ? undefined : among;
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'is true or false';
    case 'number':
      return Number.isSafeInteger(value) && Number(value) >= 0 ? undefined : 'is a whole number of at least 0';
    case 'strings': {
      // One alone is as clear as a list of one.
      const texts: unknown = typeof value === 'string' ? [value] : value;
      if (!Array.isArray(texts) || !texts.every((text): text is string => typeof text === 'string')) return 'is a list of texts';
      return texts.every((text) => isChoice(text)) ? undefined : `holds only ${choices?.join(', ') ?? ''}`;
    }
  }
}
