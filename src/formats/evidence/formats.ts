import { isCobertura, readCobertura } from './coverage/cobertura.ts';
import { isClover, readClover } from './coverage/clover.ts';
import { isGoCover, readGoCover } from './coverage/goCover.ts';
import { isIstanbulJson, readIstanbulJson } from './coverage/istanbulJson.ts';
import { isJacoco, readJacoco } from './coverage/jacoco.ts';
import { isLlvmCovJson, readLlvmCovJson } from './coverage/llvmCovJson.ts';
import { isOpenCover, readOpenCover } from './coverage/openCover.ts';
import { isV8Json, readV8Json } from './coverage/v8Json.ts';
import { isJestJson, readJestJson } from './results/jestJson.ts';
import { isJUnit, readJUnit } from './results/junit.ts';
import { junitRunner } from './results/junitRunner.ts';
import { isLcov, readLcov } from './coverage/lcov.ts';
import type { ReadEvidence } from './reading.ts';
import { isBoostXml, readBoostXml } from './results/boostXml.ts';
import { isCheckXml, readCheckXml } from './results/checkXml.ts';
import { isCppUnitXml, readCppUnitXml } from './results/cppUnitXml.ts';
import { isCTestXml, readCTestXml } from './results/ctestXml.ts';
import { isCucumberJson, readCucumberJson } from './results/cucumberJson.ts';
import { isCucumberMessages, readCucumberMessages } from './results/cucumberMessages.ts';
import { isGoTestJson, readGoTestJson } from './results/goTestJson.ts';
import { isLibtestJson, readLibtestJson } from './results/libtestJson.ts';
import { isMochaJson, readMochaJson } from './results/mochaJson.ts';
import { isNUnit2, readNUnit2 } from './results/nunit2.ts';
import { isNUnit3, readNUnit3 } from './results/nunit3.ts';
import { isPlaywrightJson, readPlaywrightJson } from './results/playwrightJson.ts';
import { isPytestJson, readPytestJson } from './results/pytestJson.ts';
import { isRobotXml, readRobotXml } from './results/robotXml.ts';
import { isSubunit, readSubunit } from './results/subunit.ts';
import { isTestNgXml, readTestNgXml } from './results/testNgXml.ts';
import { isTrx, readTrx } from './results/trx.ts';
import { isXunitXml, readXunitXml } from './results/xunitXml.ts';
import { isTap, readTap } from './results/tap.ts';

/** A format of test results or line coverage. */
export interface EvidenceFormat {
  /** As it is called in messages: `JUnit XML`. */
  readonly name: string;
  /** Looks at the beginning of a file only. */
  readonly fits: (head: string) => boolean;
  readonly read: (text: string) => ReadEvidence;
  /** Who wrote it, `Vitest`, from the beginning of a file; absent where the name of the format says so, or nothing does. */
  readonly runner?: (head: string) => string | undefined;
}

// @implements RT-3.1~a0b90b
/** All formats; of several that fit the first counts, and what fits the most is last. */
export const EVIDENCE_FORMATS: readonly EvidenceFormat[] = [
  { name: 'subunit', fits: isSubunit, read: readSubunit },
  { name: 'Check XML', fits: isCheckXml, read: readCheckXml },
  { name: 'JUnit XML', fits: isJUnit, read: readJUnit, runner: junitRunner },
  { name: 'TRX', fits: isTrx, read: readTrx },
  { name: 'CppUnit XML', fits: isCppUnitXml, read: readCppUnitXml },
  { name: 'xUnit.net XML', fits: isXunitXml, read: readXunitXml },
  { name: 'NUnit XML', fits: isNUnit3, read: readNUnit3 },
  { name: 'NUnit XML', fits: isNUnit2, read: readNUnit2 },
  { name: 'CTest XML', fits: isCTestXml, read: readCTestXml },
  { name: 'Robot Framework XML', fits: isRobotXml, read: readRobotXml },
  { name: 'TestNG XML', fits: isTestNgXml, read: readTestNgXml },
  { name: 'Boost.Test XML', fits: isBoostXml, read: readBoostXml },
  { name: 'Cobertura XML', fits: isCobertura, read: readCobertura },
  { name: 'Clover XML', fits: isClover, read: readClover },
  { name: 'JaCoCo XML', fits: isJacoco, read: readJacoco },
  { name: 'OpenCover XML', fits: isOpenCover, read: readOpenCover },
  { name: 'Playwright JSON', fits: isPlaywrightJson, read: readPlaywrightJson },
  { name: 'Mocha JSON', fits: isMochaJson, read: readMochaJson },
  { name: 'pytest JSON', fits: isPytestJson, read: readPytestJson },
  { name: 'Cucumber messages', fits: isCucumberMessages, read: readCucumberMessages },
  { name: 'Cucumber JSON', fits: isCucumberJson, read: readCucumberJson },
  { name: 'go test JSON', fits: isGoTestJson, read: readGoTestJson },
  { name: 'libtest JSON', fits: isLibtestJson, read: readLibtestJson },
  { name: 'llvm-cov JSON', fits: isLlvmCovJson, read: readLlvmCovJson },
  { name: 'Istanbul JSON', fits: isIstanbulJson, read: readIstanbulJson },
  { name: 'V8 JSON', fits: isV8Json, read: readV8Json },
  { name: 'Jest or Vitest JSON', fits: isJestJson, read: readJestJson },
  { name: 'lcov', fits: isLcov, read: readLcov },
  { name: 'Go cover profile', fits: isGoCover, read: readGoCover },
  { name: 'TAP', fits: isTap, read: readTap },
];
