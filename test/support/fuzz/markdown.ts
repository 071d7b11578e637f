import type { Random } from '../index/random.ts';
import { IDS, mangled, randomNoise, randomReference, randomWords } from './fragments.ts';

const LABELS = [
  'Acceptance Criteria',
  'Success Criteria',
  'Validation',
  'Definition of Done',
  'Criteria',
  'Quality Gates (must)',
  'Verification',
];
const HEADS = ['Integration Point', 'Requirement:', 'User Story', 'Requirement', 'Use Case', 'Story', 'Scenario:', 'Decision', 'Step'];

/** A requirement document, or something that a careless hand, a merge or an enemy made of one. */
export function randomMarkdown(random: Random): string {
  if (random.oneIn(12)) return randomNoise(random, 60);
  const front = random.oneIn(5) ? `${frontMatter(random)}\n` : '';
  const text = front + random.some(10, () => block(random)).join(random.oneIn(3) ? '\n' : '\n\n') + random.pick(['', '\n', '\n\n  ']);
  return random.oneIn(2) ? mangled(random, text) : text;
}

function frontMatter(random: Random): string {
  const lines = random.some(4, () =>
    random.pick([
      'reqtrace:\n  key: launch',
      'id: REQ-7',
      'needs: [verifies]',
      'reqtrace: { steps: true, targets: true }',
      'title: "x',
      '__proto__: { a: 1 }',
      'a: &a [*a, *a]',
      '? [1]: 2',
      `x: ${randomWords(random)}`,
    ]),
  );
  return ['---', ...lines, random.pick(['---', '---', '...', '--'])].join('\n');
}

function block(random: Random): string {
  switch (random.below(13)) {
    case 0:
    case 1:
    case 2:
      return heading(random);
    case 3:
    case 4:
    case 5:
      return `${label(random)}\n${random.pick(['', '\n', 'Prose between.\n\n'])}${list(random, 0)}`;
    case 6:
      return list(random, 0);
    case 7:
      return `**${random.pick(['Integration Flow', 'Needs', 'Covers', 'ID', 'Owner', 'constructor', '__proto__'])}**: ${random.pick(['A ↔ B', 'implements', randomReference(random), randomWords(random)])}`;
    case 8:
      return table(random);
    case 9:
      return `${random.pick(['```ts', '~~~', '    code', '<!--', '<div>', '> quote', '> - [ ] item', '\\# no heading'])}\n${randomWords(random)}\n${random.pick(['```', '~~~', '-->', '</div>', '', '> more'])}`;
    case 10:
      return `${randomWords(random)} [${randomWords(random, 2)}](${random.pick(['../b.md', '/c#x', '<a b>', 'command:run', 'http://x.y', '%zz', 'a(b)c', '..\\..\\x'])}) ${randomWords(random)}`;
    case 11:
      return random.pick([
        '<!-- reqtrace-ignore-next-line -->',
        '<!-- reqtrace-ignore-start -->',
        '<!-- reqtrace-ignore-end -->',
        '[ref]: ../b.md "title"',
        '---',
        '***',
        '===',
        '[ ] ',
        '1.1. WHEN it rains',
      ]);
    default:
      return randomWords(random, 12);
  }
}

function heading(random: Random): string {
  const title = random.pick([
    `${random.pick(HEADS)} ${random.below(3)}.${random.below(3)}: ${randomWords(random)}`,
    `${random.pick(IDS)}: ${randomWords(random)}`,
    `[${random.pick(IDS)}] ${randomWords(random)}`,
    `\`${random.pick(IDS)}\` ${randomWords(random)}`,
    `${randomWords(random)} {#${random.pick(IDS)}}`,
    random.pick(LABELS),
    randomWords(random),
  ]);
  const dressed = random.pick([
    title,
    title,
    `**${title}**`,
    `✅ ${title}`,
    `~~${title}~~`,
    `[${title}](b.md)`,
    `${title} (Priority: P1)`,
    `${title} ##`,
  ]);
  return random.oneIn(8) ? `${dressed}\n${random.pick(['===', '---'])}` : `${'#'.repeat(1 + random.below(7))} ${dressed}`;
}

function label(random: Random): string {
  const words = random.pick(LABELS);
  return random.pick([
    `**${words}**:`,
    `**${words}:**`,
    `${words}:`,
    `#### ${words}`,
    `**${words}**`,
    `__${words}__ :`,
    `**${randomWords(random, 2)} ${words}:** ${randomWords(random)}`,
  ]);
}

function list(random: Random, depth: number): string {
  const marker = random.pick(['-', '*', '+', '1.', '2)', '- [ ]', '- [x]', '1. [ ]', '-']);
  const indent = random.pick(['  ', '  ', '    ', '\t']).repeat(depth);
  const items = random.some(4, (at) => {
    const lead = random.pick([
      '',
      '',
      'AC-3: ',
      '**AC3** ',
      '(AC2) ',
      '**FR-001**: ',
      '**AC-US1-01**: ',
      '~~',
      '`REQ-1` ',
      '**Metric**: ',
      '{#AC4} ',
    ]);
    const first = `${indent}${marker.replace('1', String(at + 1))} ${lead}${randomWords(random)}`;
    const more = random.pick([
      '',
      '',
      '',
      `\n${indent}  ${randomWords(random)}`,
      `\n\n${indent}  ${randomWords(random)}`,
      `\nlazy ${randomWords(random)}`,
      depth < 3 ? `\n${list(random, depth + 1)}` : '',
    ]);
    return first + more;
  });
  return items.join(random.oneIn(3) ? '\n\n' : '\n');
}

function table(random: Random): string {
  const rows = random.some(4, () => `| ${randomWords(random, 2)} | ${random.pick(['< 200 ms', '>= 99.5%', '5', 'fast', '\\|'])} |`);
  return ['| Metric | Target |', random.pick(['|---|---|', '|:-|-:|', '|---|']), ...rows].join('\n');
}
