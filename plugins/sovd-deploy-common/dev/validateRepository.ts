import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import { targetSchema } from '../src/environments/target';
import type { Target } from '../src/environments/target';
import type { Finding } from '../src/finding';
import { validateEnvironment } from '../src/wizard/validateEnvironment';

const targetsSchema = z.union([
  z.array(targetSchema),
  // as GET /v1/targets answers
  z.object({ items: z.array(targetSchema) }).transform(({ items }) => items),
]);

const fileSchema = z.object({ answers: z.record(z.string(), z.unknown()) });

function readTargets(file: string | undefined): Target[] | undefined {
  if (file === undefined) return undefined;
  return targetsSchema.parse(parse(readFileSync(file, 'utf8')));
}

function unreadable(cause: string): Finding {
  return {
    rule: 'file',
    severity: 'blocker',
    headline: 'The answers are not where they belong',
    cause,
    nextSteps: [{ label: 'Take the file as the portal wrote it' }],
  };
}

function judgeFile(file: string, word: string, targets?: Target[]): Finding[] {
  const today = new Date().toISOString().slice(0, 10);
  try {
    const { answers } = fileSchema.parse(parse(readFileSync(file, 'utf8')));
    const moved = answers.environment !== word;
    return [
      ...(moved ? [unreadable(`The folder is ${word}, not environment.`)] : []),
      ...validateEnvironment(answers, { targets, today }),
    ];
  } catch (error) {
    return [unreadable(String(error))];
  }
}

function print(file: string, finding: Finding): void {
  const { severity, headline, cause, nextSteps } = finding;
  const steps = nextSteps.map(({ label }) => label).join(' · ');
  process.stdout.write(
    `${severity}: ${file}: ${headline}\n  ${cause}\n  Next: ${steps}\n`,
  );
}

/** Judges each environment of the repository in the working directory. */
function main(targetsFile?: string): void {
  const targets = readTargets(targetsFile);
  const words = existsSync('environments') ? readdirSync('environments') : [];
  const files = words
    .map(word => [path.join('environments', word, 'environment.yaml'), word])
    .filter(([file]) => existsSync(file));
  const judged = files.flatMap(([file, word]) =>
    judgeFile(file, word, targets).map(finding => ({ file, finding })),
  );
  for (const { file, finding } of judged) print(file, finding);
  const blockers = judged.filter(
    ({ finding }) => finding.severity === 'blocker',
  ).length;
  process.stdout.write(
    `${files.length} environment(s), ${blockers} blocker(s)\n`,
  );
  process.exitCode = blockers > 0 || files.length === 0 ? 1 : 0;
}

main(process.argv[2]);
