import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { callTool } from '../../src/agents/call.ts';
import { AgentFolder } from '../../src/cli/agents/folder.ts';
import { inputSchema } from '../../src/agents/tool.ts';
import { READING_TOOLS } from '../../src/agents/readingTools.ts';
import { toolsFor } from '../../src/cli/agents/tools.ts';
import { OUTPUT } from './build.ts';
import { processorTime } from './processorTime.ts';

const DOCUMENTS = 40;
const REQUIREMENTS = 5;
const AGAIN = 10;
/** Milliseconds after which a change counts as over. */
const SETTLED = 50;

/** What an agent may ask, of a folder in which nothing changed since. */
const QUESTIONS: readonly (readonly [tool: string, given: Readonly<Record<string, unknown>>])[] = [
  ['coverage', {}],
  ['next_criteria', {}],
  ['next_criteria', { near: 'src/area3_1.ts' }],
  ['find_criteria', { text: 'supplier' }],
  ['read_criterion', { ref: 'IP-3.1/AC2' }],
  ['read_criterion', { ref: 'IP-3.1/AC2', suggest: true }],
  ['check_claim', { refs: ['IP-1.1/AC1'] }],
  ['check_claim', { files: ['src/area5_1.ts'] }],
  ['review_changes', {}],
  ['explain_line', { file: 'src/area1_1.ts' }],
];

/** The answers to agents over 1,000 criteria, each with its tokens (o200k) and its processor time, for the first time, after a file was written and then: `await agentTable()`. */
export async function agentTable(): Promise<string> {
  const root = path.join(OUTPUT, 'agents');
  makeFolder(root);
  const folder = new AgentFolder(root, { trusted: true, env: {} });
  const tools = toolsFor({ tests: false, writing: false });
  // A folder that was just written is read once more, since its next change could have the same time.
  await callTool(folder, tools, 'coverage', {});
  await new Promise((resolve) => setTimeout(resolve, 200));
  await callTool(folder, tools, 'coverage', {});
  const listed = READING_TOOLS.map((tool) => ({ name: tool.name, description: tool.description, inputSchema: inputSchema(tool) }));
  const rows = ['| question | tokens | ms first | ms after a change | ms then |', '| --- | --- | --- | --- | --- |'];
  for (const [tool, given] of QUESTIONS) {
    const began = processorTime();
    const { text } = await callTool(folder, tools, tool, given);
    const first = processorTime() - began;
    let after = 0;
    for (let round = 0; round < AGAIN; round++) {
      writeFileSync(path.join(root, 'src/area0_1.ts'), `// @implements IP-0.1/AC1\nexport function area0_1() { return ${round}; }\n`);
      // What was written in the same moment is read again with the next question.
      await new Promise((resolve) => setTimeout(resolve, SETTLED));
      const start = processorTime();
      await callTool(folder, tools, tool, given);
      after += (processorTime() - start) / AGAIN;
      await callTool(folder, tools, tool, given);
    }
    const then = processorTime();
    for (let round = 0; round < AGAIN; round++) await callTool(folder, tools, tool, given);
    const each = (processorTime() - then) / AGAIN;
    rows.push(`| ${tool} ${JSON.stringify(given)} | ${encode(text).length} | ${first} | ${Math.round(after)} | ${each} |`);
  }
  return [...rows, '', `List of tools: ${encode(JSON.stringify(listed)).length} tokens without their outputs and hints.`, ''].join('\n');
}

function makeFolder(root: string): void {
  rmSync(root, { recursive: true, force: true });
  for (const folder of ['docs', 'src', 'test']) mkdirSync(path.join(root, folder), { recursive: true });
  const write = (name: string, text: string): void => writeFileSync(path.join(root, name), text);
  const cases: string[] = [];
  for (let area = 0; area < DOCUMENTS; area++) {
    const parts = Array.from({ length: REQUIREMENTS }, (_, part) => {
      const name = `area${area}_${part}`;
      const reference = `IP-${area}.${part}/AC1`;
      write(`src/${name}.ts`, `// @implements ${reference}\nexport function ${name}() {}\n${'// filler\n'.repeat(60)}`);
      write(`test/${name}.test.ts`, `// @verifies ${reference}\nit('${name}', () => {});\n`);
      cases.push(`<testcase name="${name}" file="test/${name}.test.ts"/>`);
      const criteria = `- A supplier of area ${area} sees amount ${part} within a minute of every change\n`.repeat(5);
      return `## IP-${area}.${part}: Area ${area} part ${part}\n\n**Acceptance Criteria**:\n\n${criteria}`;
    });
    write(`docs/area${area}.md`, parts.join('\n'));
  }
  write('.gitignore', 'junit.xml\n');
  const git = (...args: readonly string[]): void =>
    void execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: root });
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'begin');
  git('checkout', '-q', '-b', 'work');
  write('src/area0_0.ts', '// @implements IP-0.0/AC1\nexport function area0_0() { return 1; }\n');
  write('junit.xml', `<testsuites>${cases.join('')}</testsuites>`);
}
