/** What an auditor asks of the page of `audited.ts`, each with what answers it; blanks are single, and names before values have no colon. */
export const QUESTIONS: readonly [question: string, ...answers: readonly RegExp[]][] = [
  [
    'Which criteria are waived, why, by whom and until when?',
    /Waivers 1 .*REQ-1\/AC3 Orders are exported the partner is late Ann 2027-03-31 reqtrace\.yaml:2/u,
  ],
  [
    'What proves AC1?',
    /REQ-1\/AC1 :7 Orders are kept .*? met keep\(\) src\/orders\.ts:1 keeps orders test\/orders\.test\.ts:1 passed /u,
    /src\/orders\.ts:1 linked by Bob on 2026-11-18 in cccccccccc test\/orders\.test\.ts:1 linked by Eve on 2026-11-18/u,
  ],
  [
    'Which results count, of when and by which runner?',
    /Test results that count out\/junit\.xml JUnit XML by Vitest, 2 tests, run of 2026-11-20 10:00 UTC/u,
  ],
  [
    'What changed since the last release?',
    /From v1\.0 \(bbbbbbbbbb\) to main \(3f2a9c13f2\) Newly met \(1\) REQ-1\/AC2 Orders can be found was partial, is met through/u,
  ],
  [
    'What is unmet, stale or not proven?',
    /REQ-1\/AC6 :12 Orders are archived (?:Details )?unmet no code no test/u,
    /REQ-1\/AC5 :11 Orders are signed (?:Details )?Missing the text changed since it was pinned .*? stale sign\(\)/u,
    /Proven by passed tests 1 of 2 met .*REQ-1\/AC2 :8 Orders can be found .*? met not proven find\(\)/u,
  ],
  ['Who owns it?', /REQ-1 Orders docs\/orders\.md:1 failing (?:Details )?Owner Sales /u],
  [
    'Which tests fail?',
    /REQ-1\/AC4 :10 Orders are counted .*? failing count\(\) src\/orders\.ts:3 counts orders test\/orders\.test\.ts:5 failed /u,
  ],
  ['What is exempt, and why?', /REQ-2 Background docs\/orders\.md:14 exempt .*Exempt it is marked as one that needs nothing/u],
  [
    'At which commit, on which branch, and by what?',
    /Commit (?:3f2a9c1){5}3f2a9 .*Branch main .*Date of the commit 2026-11-19 .*Date of this report 2026-11-21 .*ReqTrace 0\.1\.0/u,
  ],
  [
    'Which findings are open?',
    /error failing-criterion REQ-1\/AC4 is failing "counts orders" failed .*? docs\/orders\.md:10/u,
    /warning stale-link REQ-1\/AC5 changed after it was pinned here\. .*? src\/orders\.ts:5/u,
    /Other findings 1 finding about no requirement of the matrix .*error unknown-reference REQ-9\/AC1 .*? src\/orders\.ts:\d+/u,
  ],
];
