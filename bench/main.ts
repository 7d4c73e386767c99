/**
 * Measures figures and writes them into docs/performance.md:
 * `node bench/main.ts [figure…]`, all of them when none is named.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import path from 'node:path';
import type { Figure } from './figures/Figure.ts';
import { figures } from './figures/figures.ts';
import { Bench } from './portal/Bench.ts';
import { benchSettings } from './portal/benchSettings.ts';
import { run } from './portal/run.ts';
import { replaceRows } from './report/replaceRows.ts';
import type { Row } from './report/Row.ts';

const root = path.resolve(import.meta.dirname, '..');
const page = path.join(root, 'docs/performance.md');
const order = figures.flatMap(({ rows }) => rows);

function choose(names: readonly string[]): readonly Figure[] {
  const unknown = names.filter(name => !figures.some(it => it.name === name));
  if (unknown.length > 0) {
    const known = figures.map(({ name }) => name).join(', ');
    throw new Error(`There is no figure ${unknown.join(', ')}: take ${known}`);
  }
  return names.length ? figures.filter(it => names.includes(it.name)) : figures;
}

/** One that can't be measured says why, and the others are measured all the same. */
async function measure(figure: Figure, bench: Bench): Promise<Row[]> {
  try {
    return await figure.measure(bench);
  } catch (error) {
    process.exitCode = 1;
    process.stderr.write(`${figure.name}: ${(error as Error).stack}\n`);
    return [];
  }
}

/** The machine in a few words, with how busy it was. */
function circumstances(): string {
  const [{ model }] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const load = loadavg()[0].toFixed(1);
  const day = new Date().toISOString().slice(0, 10);
  return `${day}; ${
    cpus().length
  } × ${model.trim()}, ${memory} GB, load ${load}`;
}

const bench = new Bench(benchSettings(root));
process.on('SIGINT', () => {
  bench.close().finally(() => process.exit(130));
});
try {
  for (const figure of choose(process.argv.slice(2))) {
    process.stdout.write(`\n── ${figure.name}\n`);
    const when = circumstances();
    const rows = await measure(figure, bench);
    for (const { figure: name, measured, against, verdict } of rows) {
      process.stdout.write(
        `${name}: ${measured}\n  ${against}\n  ${verdict}\n`,
      );
    }
    // written at once: a later figure may fail, or be interrupted
    const text = readFileSync(page, 'utf8');
    // in one go, since an interruption ends the process between two steps
    writeFileSync(page, replaceRows(text, rows, when, order));
  }
  // the table in the form that the format's check asks for
  await run('yarn', ['prettier', '--write', page], { cwd: root });
} finally {
  await bench.close();
}
