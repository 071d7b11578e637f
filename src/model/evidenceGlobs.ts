/** Where test runners and build tools put their results by default; `evidence.results` of the configuration takes the place of these. */
export const DEFAULT_RESULTS: readonly string[] = [
  // Surefire, Failsafe, Gradle, sbt.
  '**/TEST-*.xml',
  '**/build/test-results/**/*.xml',
  // By habit: pytest, jest-junit, gotestsum, cargo-nextest, CTest, PHPUnit, Vitest, mocha-junit-reporter, .NET.
  '**/{junit,JUnit}*.xml',
  '**/*{junit,JUnit}.xml',
  '**/{test-results,test_results,TestResults,test-reports}/**/*.{xml,tap,json}',
  '**/{test-results,test_results,TestResults,test-report,test_report,xunit,nosetests}.xml',
  '**/target/nextest/**/*.xml',
  '**/{test-results,jest-results,vitest-results,test-report}.json',
  '**/*.tap',
];

/** Where line coverage lies by default; `evidence.coverage` of the configuration takes the place of these. */
export const DEFAULT_LINE_COVERAGE: readonly string[] = [
  '**/lcov.info',
  '**/*.lcov',
  '**/coverage/**/*.info',
  '**/{cobertura,cobertura-coverage,coverage,coverage.cobertura}.xml',
  '**/*{cobertura,Cobertura}*.xml',
];
