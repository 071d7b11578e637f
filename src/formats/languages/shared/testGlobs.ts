/** JavaScript and what is built to it: Jest, Vitest, Mocha, Jasmine, Cypress, Playwright. */
export const JAVASCRIPT_TESTS = '**/*.{test,spec,tests,specs,e2e,cy}.{js,jsx,mjs,cjs,ts,tsx,mts,cts,vue,svelte,coffee}';
/** Folders of Cypress and Playwright. */
export const BROWSER_TESTS = '**/{cypress,playwright}/**';

/** Source sets of Maven, Gradle, Android and Kotlin Multiplatform. */
export const JVM_FOLDERS = '**/src/{test,it,androidTest,integrationTest,commonTest,jvmTest}/**';
/** Java, Kotlin, Scala, Groovy: Surefire, Failsafe, Spock, ScalaTest. */
export const JVM_TESTS = '**/*{Test,Tests,TestCase,[a-z0-9]IT,Spec,Specs,Suite}.{java,kt,kts,scala,groovy}';

/** C#, F#, Visual Basic. */
export const DOTNET_TESTS = '**/*{Test,Tests,Spec,Specs}.{cs,fs,vb}';
/** Projects of tests of C#, F#, Visual Basic. */
export const DOTNET_FOLDERS = '**/*.{Test,Tests,UnitTests,IntegrationTests,Specs}/**';

/** Ruby and Crystal: RSpec, Minitest. */
export const RUBY_TESTS = '**/*_{spec,test}.{rb,cr}';

/** C and C++, Objective-C: GoogleTest, Catch2, XCTest. */
export const C_TESTS = '**/{test_*,*_test,*_tests,*_unittest,*Test,*Tests}.{c,cc,cpp,cxx,h,hpp,m,mm}';

/** Files that are tests from top to bottom: Gherkin, Robot Framework, bats. */
export const WHOLE_FILE_TESTS = '**/*.{feature,robot,bats}';

/** SQL with pgTAP, and what Perl's prove runs. */
export const PROVE_FOLDERS = '**/t/**/*.{sql,pg,pl,pm}';

/** Haskell and Elm: hspec, elm-test. */
export const SPEC_TESTS = '**/*{Spec,Test}.{hs,elm}';
/** Clojure, OCaml, Zig, Ada, hardware description: `_test` behind the name. */
export const TEST_BEHIND = '**/*_test.{clj,cljs,cljc,ml,zig,adb,v,sv,vhd}';
/** OCaml, Nim, Zig: `test_` before the name. */
export const TEST_BEFORE = '**/test_*.{ml,nim,zig}';
