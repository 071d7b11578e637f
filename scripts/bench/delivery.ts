import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SaxesParser } from 'saxes';
import { DEFAULT_CONFIGURATION } from '../../src/formats/configuration/defaults.ts';
import { createExtractor } from '../../src/formats/extraction/extract.ts';
import { OUTPUT } from './build.ts';

/** Objects of a delivery of 18 MB, each with an ID, a text of about 700 characters and a status, as DOORS writes them. */
const OBJECTS = 12_000;

/** How long a large ReqIF takes to read, against its XML alone, each in a process of its own: `deliveryTable(5)`. */
export function deliveryTable(runs: number): string {
  const file = path.join(OUTPUT, 'delivery.reqif');
  mkdirSync(OUTPUT, { recursive: true });
  writeFileSync(file, delivery());
  const best = (what: string): { readonly time: number; readonly memory: number } => {
    const all = Array.from({ length: runs }, () => ask(what, file));
    return { time: Math.min(...all.map(({ time }) => time)), memory: Math.max(...all.map(({ memory }) => memory)) };
  };
  const [bare, whole] = [best('saxes'), best('reqif')];
  const megabytes = Math.round(readFileSync(file).length / 1e6);
  return `ReqIF of ${megabytes} MB, ${OBJECTS} objects: ${whole.time} ms of processor time, saxes alone ${bare.time} ms: ${(whole.time / bare.time).toFixed(1)} x; ${whole.memory} MB resident\n`;
}

function ask(what: string, file: string): { readonly time: number; readonly memory: number } {
  const { stdout } = spawnSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), what, file], { encoding: 'utf8' });
  return JSON.parse(stdout) as { time: number; memory: number };
}

function measure(what: string, file: string): void {
  const bytes = readFileSync(file);
  const before = process.cpuUsage();
  const text = bytes.toString('utf8');
  if (what === 'saxes') {
    const parser = new SaxesParser({ xmlns: false, position: true });
    for (const event of ['opentag', 'closetag', 'text'] as const) parser.on(event, () => undefined);
    parser.write(text).close();
  } else createExtractor(DEFAULT_CONFIGURATION).extract('customer/delivery.reqif', text);
  const { user, system } = process.cpuUsage(before);
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(JSON.stringify({ time: Math.round((user + system) / 1000), memory }));
}

function delivery(): string {
  const objects = Array.from({ length: OBJECTS }, (_, at) => {
    const words = Array.from({ length: 86 }, (__, word) => `w${(at * 7919 + word * 104_729) % 99_991}`).join(' ');
    return `        <SPEC-OBJECT IDENTIFIER="_o${at}" LAST-CHANGE="2026-01-12T10:00:00Z">
          <TYPE><SPEC-OBJECT-TYPE-REF>_object</SPEC-OBJECT-TYPE-REF></TYPE>
          <VALUES>
            ${value('INTEGER', '_id', ` THE-VALUE="${at}"`)}
            ${value('XHTML', '_text', '', `<THE-VALUE><xhtml:div>${words} <xhtml:b>shall</xhtml:b> ${words.slice(0, 99)}</xhtml:div></THE-VALUE>`)}
            ${value('ENUMERATION', '_state', '', '<VALUES><ENUM-VALUE-REF>_approved</ENUM-VALUE-REF></VALUES>')}
          </VALUES>
        </SPEC-OBJECT>`;
  });
  const entries = objects.map(
    (_, at) =>
      `<SPEC-HIERARCHY IDENTIFIER="_h${at}" LAST-CHANGE="2026-01-12T10:00:00Z"><OBJECT><SPEC-OBJECT-REF>_o${at}</SPEC-OBJECT-REF></OBJECT></SPEC-HIERARCHY>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<REQ-IF xmlns="http://www.omg.org/spec/ReqIF/20110401/reqif.xsd" xmlns:xhtml="http://www.w3.org/1999/xhtml"><CORE-CONTENT><REQ-IF-CONTENT>
<DATATYPES><DATATYPE-DEFINITION-ENUMERATION IDENTIFIER="_s"><SPECIFIED-VALUES><ENUM-VALUE IDENTIFIER="_approved" LONG-NAME="Approved"/></SPECIFIED-VALUES></DATATYPE-DEFINITION-ENUMERATION></DATATYPES>
<SPEC-TYPES><SPEC-OBJECT-TYPE IDENTIFIER="_object" LONG-NAME="Object"><SPEC-ATTRIBUTES>
<ATTRIBUTE-DEFINITION-INTEGER IDENTIFIER="_id" LONG-NAME="ReqIF.ForeignID"/><ATTRIBUTE-DEFINITION-XHTML IDENTIFIER="_text" LONG-NAME="ReqIF.Text"/>
<ATTRIBUTE-DEFINITION-ENUMERATION IDENTIFIER="_state" LONG-NAME="Status"/></SPEC-ATTRIBUTES></SPEC-OBJECT-TYPE></SPEC-TYPES>
<SPEC-OBJECTS>
${objects.join('\n')}
</SPEC-OBJECTS><SPECIFICATIONS><SPECIFICATION IDENTIFIER="_m" LONG-NAME="Module"><CHILDREN>
${entries.join('\n')}
</CHILDREN></SPECIFICATION></SPECIFICATIONS></REQ-IF-CONTENT></CORE-CONTENT></REQ-IF>
`;
}

function value(kind: string, definition: string, attributes: string, inside = ''): string {
  const tag = `ATTRIBUTE-VALUE-${kind}`;
  const reference = `<DEFINITION><ATTRIBUTE-DEFINITION-${kind}-REF>${definition}</ATTRIBUTE-DEFINITION-${kind}-REF></DEFINITION>`;
  return `<${tag}${attributes}>${reference}${inside}</${tag}>`;
}

const [, script, what, file] = process.argv;
if (script === fileURLToPath(import.meta.url) && what !== undefined && file !== undefined) measure(what, file);
