/*
 * The main step of the action: findings as annotations, the gate, the report for summary and comment, the SARIF file. What stands in the way of
 * the gate and what the branch did go into files of their own, which other steps print, since GitHub shows ten annotations of a level for each step.
 * It ends with 0 whatever ReqTrace says, so that the steps behind it run; the last step ends with the output "exit-code".
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { baseOfEvent, namedBase } from './base.mjs';
import { reqtrace, run } from './cli.mjs';
import { fit } from './fit.mjs';

const { env } = process;
const input = (/** @type {string} */ name) => (env[`REQTRACE_${name}`] ?? '').trim();
const root = input('ROOT') || '.';
const gate = input('GATE');
const folder = join(env['RUNNER_TEMP'] || '.', 'reqtrace');
const reportFile = join(folder, 'report.md');
const sarifFile = join(folder, 'reqtrace.sarif');
const gateFile = join(folder, 'gate.txt');
const branchFile = join(folder, 'branch.txt');

// @implements RT-9.2~fa8c47
const cli = reqtrace(input('VERSION'));
const event = env['GITHUB_EVENT_PATH'] ? JSON.parse(readFileSync(env['GITHUB_EVENT_PATH'], 'utf8')) : {};
const base = input('BASE') || baseOfEvent(event, root);
mkdirSync(folder, { recursive: true });

// A gate says by itself what must hold; without one, errors must not be there.
const failOn = input('FAIL_ON') || (gate ? 'never' : 'error');
const check = findings();
process.stdout.write(check.stdout);
process.stderr.write(check.stderr);

const judged = base ?? namedBase(event);
const judge = ['check', '--root', root, '--gate', gate, ...(judged ? ['--base', judged] : [])];
const verdict = gate ? run(cli, judge) : undefined;
if (verdict) {
  process.stdout.write(`${verdict.stdout}${verdict.stderr}`);
}
// The same once more at the lines that stand in its way.
const gateAnnotations = verdict?.code ? run(cli, [...judge, '--format', 'github']).stdout : '';
const branchAnnotations = base ? run(cli, ['diff', base, '--root', root, '--format', 'github']).stdout : '';
writeFileSync(gateFile, gateAnnotations);
writeFileSync(branchFile, branchAnnotations);

const markdown = report();
writeFileSync(reportFile, `${verdict ? verdictText(gate, verdict) : ''}${markdown}`);
if (env['GITHUB_STEP_SUMMARY'])
  appendFileSync(
    env['GITHUB_STEP_SUMMARY'],
    fit(readFileSync(reportFile, 'utf8'), 1_000_000, '_The report is longer than a summary can be._'),
  );

let sarifMade = false;
if (input('SARIF') === 'true') {
  const sarif = run(cli, ['check', '--root', root, '--format', 'sarif', '--fail-on', 'never']);
  process.stderr.write(sarif.code === 0 ? '' : sarif.stderr);
  sarifMade = sarif.code === 0;
  if (sarifMade) writeFileSync(sarifFile, sarif.stdout);
}

const code = Math.max(check.code, verdict?.code ?? 0);
if (env['GITHUB_OUTPUT']) {
  appendFileSync(
    env['GITHUB_OUTPUT'],
    [
      `exit-code=${code}`,
      `report=${reportFile}`,
      `sarif=${sarifMade ? sarifFile : ''}`,
      `base=${base ?? ''}`,
      `gate-annotations=${gateAnnotations ? gateFile : ''}`,
      `branch-annotations=${branchAnnotations ? branchFile : ''}`,
      '',
    ].join('\n'),
  );
}

/** Findings, those first that the base does not have, where that can be told. */
function findings() {
  const args = ['check', '--root', root, '--format', 'github', '--fail-on', failOn];
  const compared = base ? run(cli, [...args, '--base', base]) : undefined;
  return compared && compared.code !== 2 ? compared : run(cli, args);
}

/** Where lines of the files that were read are to be seen, as an option; nothing where that is not known. */
function permalink() {
  const { status, stdout } = spawnSync('git', ['rev-parse', '--verify', '--quiet', 'HEAD'], { cwd: root, encoding: 'utf8' });
  if (status !== 0 || !env['GITHUB_REPOSITORY']) return [];
  const server = env['GITHUB_SERVER_URL'] || 'https://github.com';
  return ['--permalink', `${server}/${env['GITHUB_REPOSITORY']}/blob/${stdout.trim()}/{path}#L{line}`];
}

/** The report with what happened since the base, or without it where that cannot be told. */
function report() {
  const args = ['report', '--root', root, '--format', 'markdown', ...permalink()];
  if (base) {
    const compared = run(cli, [...args, '--base', base]);
    if (compared.code === 0) return compared.stdout;
    warn(compared.stderr);
  } else if (event['pull_request']) {
    warn('The clone is too shallow to compare with the base: give actions/checkout "fetch-depth: 0".');
  }
  const alone = run(cli, args);
  return alone.code === 0 ? alone.stdout : `## ReqTrace could not run\n\n${fenced(alone.stderr)}\n`;
}

/**
 * @param {string} name
 * @param {{ code: number, stdout: string, stderr: string }} outcome
 */
function verdictText(name, { code: outcome, stdout, stderr }) {
  const says = ['✅ holds', '❌ does not hold'][outcome] ?? '⚠️ could not be decided';
  return `## Gate ${name.replaceAll(/[^\w .-]/gu, '')}: ${says}\n\n${fenced(`${stdout}${stderr}`)}\n\n`;
}

/**
 * Text as it is, behind a fence that nothing in it can end.
 *
 * @param {string} text
 */
function fenced(text) {
  const fence = '`'.repeat(Math.max(3, ...Array.from(text.matchAll(/`+/gu), ([ticks]) => ticks.length + 1)));
  return `${fence}text\n${text.trimEnd()}\n${fence}`;
}

/** @param {string} text */
function warn(text) {
  process.stdout.write(`::warning title=reqtrace::${text.trim().replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}\n`);
}
