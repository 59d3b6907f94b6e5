// Prints `N passed, N failed` from Vitest's JSON report. A run that ended badly has failed at least once,
// whatever the report says; runs on the machine's own Node.
import { existsSync, readFileSync } from 'node:fs';

const [file, status] = process.argv.slice(2);
const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { testResults: [] };
const tests = report.testResults.flatMap((result) => result.assertionResults);
const failed = tests.filter((test) => test.status === 'failed').length;
const broken = report.testResults.filter(
  (result) => result.status === 'failed' && !result.assertionResults.some((test) => test.status === 'failed'),
).length;
const passed = tests.filter((test) => test.status === 'passed').length;
const least = status === '0' && tests.length > 0 ? 0 : 1;
console.log(`${passed} passed, ${Math.max(least, failed + broken)} failed`);
