import { specText } from './openspec.ts';

export const KETTLE_SPEC = 'openspec/specs/kettle/spec.md';
export const KETTLE_CHANGE = 'openspec/changes/add-timer/specs/kettle/spec.md';

/** A kettle with an open change that plans a timer, modifies what boils and renames what keeps warm. */
export const KETTLE: Readonly<Record<string, string>> = {
  [KETTLE_SPEC]: specText(
    '### Requirement: Boil\nIt SHALL boil.\n\n#### Scenario: Filled\n- **WHEN** on\n\n### Requirement: Keep warm\nIt SHALL keep warm.\n',
  ),
  [KETTLE_CHANGE]:
    '## ADDED Requirements\n\n### Requirement: Timer\nIt SHALL stop.\n\n#### Scenario: Time is over\n- **WHEN** over\n\n' +
    '## MODIFIED Requirements\n\n### Requirement: Boil\nIt SHALL boil fast.\n\n' +
    '## RENAMED Requirements\n\n- FROM: `### Requirement: Keep warm`\n- TO: `### Requirement: Hold`\n',
  'src/kettle.ts': '// @implements kettle#boil, kettle#timer\nexport function boil() {}\n',
};
