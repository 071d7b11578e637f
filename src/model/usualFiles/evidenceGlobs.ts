/** Where test runners and build tools put their results by default; `evidence.results` of the configuration takes the place of these. */
export const DEFAULT_RESULTS: readonly string[] = [
  // Surefire, Failsafe, Gradle, sbt; behave.
  '**/TEST-*.xml',
  '**/TESTS-*.xml',
  '**/build/test-results/**/*.xml',
  // By habit: pytest, jest-junit, gotestsum, cargo-nextest, CTest, PHPUnit, Vitest, mocha-junit-reporter, .NET, ExUnit.
  '**/*{junit,JUnit}*.xml',
  '**/{test-results,test_results,TestResults,test-reports}/**/*.{xml,tap,json}',
  '**/{test-results,test_results,TestResults,test-report,test_report,xunit,nosetests}.xml',
  '**/target/nextest/**/*.xml',
  '**/{test-results,jest-results,vitest-results,test-report}.json',
  '**/*.tap',
  // .NET: Visual Studio, NUnit, xUnit.net.
  '**/*.trx',
  '**/TestResult*.xml',
  '**/{nunit,nunit3}.xml',
  '**/{nunit,nunit3,xunit}-{result,results,report}.xml',
  // Playwright, mocha, pytest-json-report, Cucumber.
  '**/playwright-report/*.json',
  '**/{jest,vitest,mocha,playwright,pytest,cucumber}-report.json',
  '**/{mocha,playwright,pytest,cucumber,go-test}-results.json',
  '**/.report.json',
  '**/{cucumber,cucumber_report}.json',
  '**/cucumber*.ndjson',
  '**/cucumber-reports/**/*.{json,ndjson}',
  // go test and cargo test, whose lines are each JSON.
  '**/{go-test,gotest,gotestsum,libtest,nextest}.{json,jsonl}',
  '**/{test-results,test-output}.jsonl',
  // CTest; stestr and others; C and C++.
  '**/Testing/*/Test.xml',
  '**/*.subunit',
  '**/{cppunit,boost,check}-{results,report}.xml',
];

/**
 * Names that results have as well as much else: of RSpec, Bazel, Robot Framework, TestNG and examples of build servers. A file is read where its beginning shows that it is a report. They are next to
 * `DEFAULT_RESULTS`, and as little as these where `evidence.results` is set.
 */
export const POSSIBLE_RESULTS: readonly string[] = [
  '**/{report,reports,rspec,result,results,output,test,tests,unit,testng-results,test-output,robot_output}.xml',
  '**/*{-,_,.}{report,results,tests}.xml',
];

/** Where line coverage lies by default; `evidence.coverage` of the configuration takes the place of these. */
export const DEFAULT_LINE_COVERAGE: readonly string[] = [
  '**/lcov.info',
  '**/*.lcov',
  '**/coverage/**/*.info',
  '**/{cobertura,cobertura-coverage,coverage,coverage.cobertura}.xml',
  '**/*{cobertura,Cobertura}*.xml',
  // JaCoCo and Kover; Clover; OpenCover.
  '**/*jacoco*.xml',
  '**/{jacoco,kover}/**/*.xml',
  '**/clover.xml',
  '**/*{opencover,OpenCover}*.xml',
  // Istanbul; llvm-cov; Go.
  '**/coverage-final.json',
  '**/{llvm-cov,llvm_cov,llvm-coverage}*.json',
  '**/{coverage,cover,coverprofile,profile,c}.out',
  '**/*.coverprofile',
  '**/{v8-coverage,v8_coverage}/*.json',
];
