/**
 * What SARIF 2.1.0 (OASIS Standard, section 3) allows of the objects that we write, as JSON Schema, stricter than the standard's
 * own schema: only properties that the standard defines for an object, and of these only the ones that we mean to write.
 * A log that fits this one fits that one.
 */
const text = { type: 'string', minLength: 1 };
const message = object({ text }, ['text']);
const count = { type: 'integer', minimum: 1 };
const artifactLocation = object(
  { uri: { type: 'string', pattern: String.raw`^(?!/)(?:[A-Za-z0-9\-._~!'()*/]|%[0-9A-F]{2})+$` }, uriBaseId: { const: '%SRCROOT%' } },
  ['uri', 'uriBaseId'],
);
const region = object({ startLine: count, startColumn: count, endLine: count, endColumn: count }, [
  'startLine',
  'startColumn',
  'endLine',
  'endColumn',
]);
const physicalLocation = object({ artifactLocation, region }, ['artifactLocation', 'region']);
const level = { enum: ['none', 'note', 'warning', 'error'] };

const rule = object(
  {
    id: text,
    name: { type: 'string', pattern: '^[A-Z][A-Za-z]+$' },
    shortDescription: message,
    help: object({ text, markdown: text }, ['text', 'markdown']),
    defaultConfiguration: object({ level }, ['level']),
    properties: object({ tags: { type: 'array', items: text, uniqueItems: true } }, ['tags']),
  },
  ['id', 'name', 'shortDescription', 'defaultConfiguration', 'properties'],
);

const fix = object(
  {
    description: message,
    artifactChanges: list(
      object(
        {
          artifactLocation,
          replacements: list(
            object({ deletedRegion: region, insertedContent: object({ text: { type: 'string' } }, ['text']) }, [
              'deletedRegion',
              'insertedContent',
            ]),
          ),
        },
        ['artifactLocation', 'replacements'],
      ),
    ),
  },
  ['description', 'artifactChanges'],
);

const result = object(
  {
    ruleId: text,
    ruleIndex: { type: 'integer', minimum: 0 },
    level,
    message,
    locations: list(
      object(
        {
          physicalLocation,
          logicalLocations: list(object({ fullyQualifiedName: text, kind: text }, ['fullyQualifiedName', 'kind'])),
        },
        ['physicalLocation'],
      ),
    ),
    relatedLocations: list(
      object({ id: { type: 'integer', minimum: 0 }, message, physicalLocation }, ['id', 'message', 'physicalLocation']),
    ),
    partialFingerprints: { type: 'object', additionalProperties: text, minProperties: 1 },
    fixes: list(fix),
  },
  ['ruleId', 'ruleIndex', 'level', 'message', 'locations', 'partialFingerprints'],
);

const driver = object(
  {
    name: text,
    semanticVersion: { type: 'string', pattern: String.raw`^\d+\.\d+\.\d+` },
    version: text,
    rules: { type: 'array', items: rule, uniqueItems: true },
  },
  ['name', 'semanticVersion', 'version', 'rules'],
);

const notification = object(
  {
    level,
    message,
    locations: list(
      object(
        {
          physicalLocation: object({ artifactLocation, region: object({ startLine: count }, ['startLine']) }, [
            'artifactLocation',
            'region',
          ]),
        },
        ['physicalLocation'],
      ),
    ),
  },
  ['level', 'message'],
);

const invocation = object(
  {
    executionSuccessful: { type: 'boolean' },
    toolExecutionNotifications: list(notification),
    toolConfigurationNotifications: list(notification),
  },
  ['executionSuccessful'],
);

/** The schema of a whole log. */
export const SARIF_SCHEMA = object(
  {
    $schema: { const: 'https://json.schemastore.org/sarif-2.1.0.json' },
    version: { const: '2.1.0' },
    runs: list(
      object(
        {
          tool: object({ driver }, ['driver']),
          invocations: list(invocation),
          automationDetails: object({ id: text }, ['id']),
          columnKind: { const: 'utf16CodeUnits' },
          originalUriBaseIds: object({ '%SRCROOT%': object({ description: message }, ['description']) }, ['%SRCROOT%']),
          results: { type: 'array', items: result },
        },
        ['tool', 'automationDetails', 'columnKind', 'originalUriBaseIds', 'results'],
      ),
    ),
  },
  ['$schema', 'version', 'runs'],
);

function object(properties: object, required: readonly string[]): object {
  return { type: 'object', properties, required, additionalProperties: false };
}

function list(items: object): object {
  return { type: 'array', items, minItems: 1 };
}
