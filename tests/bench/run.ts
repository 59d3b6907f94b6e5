import { loadNeeds, needs } from '#tests/setup/needs.ts';
import { provide } from '#tests/setup/provide.ts';
import { appendBenchmark } from './append.ts';
import { assignBenchmark } from './assign.ts';
import type { Benchmark } from './figure.ts';
import { importBenchmark } from './import.ts';
import { liveBenchmark } from './live.ts';
import { queueBenchmark } from './queue.ts';
import { rebuildBenchmark } from './rebuild.ts';
import { registerBenchmark } from './register.ts';
import { startBenchmark } from './start.ts';

const benchmarks: readonly Benchmark[] = [
  appendBenchmark,
  startBenchmark,
  rebuildBenchmark,
  queueBenchmark,
  assignBenchmark,
  liveBenchmark,
  registerBenchmark,
  importBenchmark,
];

/** `npm run bench [-- name …]`: all benchmarks, or those whose name begins so; a line a figure, `name value unit`. */
const wanted = process.argv.slice(2);
const chosen = benchmarks.filter(
  ({ name }) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)),
);
if (chosen.length === 0) {
  console.error(`There are ${benchmarks.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}
provide([...needs, ...loadNeeds], 'The benchmarks');
for (const benchmark of chosen)
  for (const { name, value, unit } of await benchmark.measure())
    console.log(`${name} ${value.toFixed(value < 10 ? 2 : 0)} ${unit}`);
