import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import { reserveNetworks } from '../src/environments/reserveNetworks';
import { targetSchema } from '../src/environments/target';
import type { Target } from '../src/environments/target';
import type { Finding } from '../src/finding';
import { validateEnvironment } from '../src/wizard/validateEnvironment';

const targetsSchema = z.union([
  z.array(targetSchema),
  // as GET /v1/targets answers
  z.object({ items: z.array(targetSchema) }).transform(({ items }) => items),
]);
const answersFileSchema = z.object({
  answers: z.record(z.string(), z.unknown()),
});
const targetFileSchema = z.object({ target: targetSchema });
const networkSchema = z.object({ target: z.string(), vpcCidr: z.string() });

/** A folder below `environments`, by its word such as `staging`. */
interface Folder {
  word: string;
  answers: Record<string, unknown>;
  /** Undefined in a repository of a template that didn't write it. */
  target?: Target;
}

const fileOf = (word: string, name: string) =>
  path.join('environments', word, name);

const readYaml = (file: string): unknown => parse(readFileSync(file, 'utf8'));

function readFolder(word: string): Folder {
  const { answers } = answersFileSchema.parse(
    readYaml(fileOf(word, 'environment.yaml')),
  );
  if (answers.environment !== word) {
    throw new Error(`The folder is ${word}, not environment.`);
  }
  const beside = fileOf(word, 'target.yaml');
  if (!existsSync(beside)) return { word, answers };
  return {
    word,
    answers,
    target: targetFileSchema.parse(readYaml(beside)).target,
  };
}

function unreadable(cause: string): Finding {
  return {
    rule: 'file',
    severity: 'blocker',
    headline: 'The answers are not where they belong',
    cause,
    nextSteps: [{ label: 'Take the files as the portal wrote them' }],
  };
}

/** Networks of the repository's other environments are taken, as they are in the portal. */
function judgeFolder(
  { word, answers, target }: Folder,
  folders: readonly Folder[],
  given?: readonly Target[],
): Finding[] {
  const targets = given ?? (target && [target]);
  const others = folders
    .filter(other => other.word !== word)
    .flatMap(other => networkSchema.safeParse(other.answers).data ?? []);
  return validateEnvironment(answers, {
    targets: targets && reserveNetworks(targets, others),
    today: new Date().toISOString().slice(0, 10),
  });
}

function print(file: string, finding: Finding): void {
  const { severity, headline, cause, nextSteps } = finding;
  const steps = nextSteps.map(({ label }) => label).join(' · ');
  process.stdout.write(
    `${severity}: ${file}: ${headline}\n  ${cause}\n  Next: ${steps}\n`,
  );
}

/**
 * Judges each environment of the repository in the working directory.
 *
 * @param targetsFile - targets as the portal has them now, rather than those that stand
 *   beside the answers
 */
function main(targetsFile?: string): void {
  const given =
    targetsFile === undefined
      ? undefined
      : targetsSchema.parse(readYaml(targetsFile));
  const words = existsSync('environments') ? readdirSync('environments') : [];
  const found = words.filter(word =>
    existsSync(fileOf(word, 'environment.yaml')),
  );
  const folders: Folder[] = [];
  const findings = new Map<string, Finding[]>();
  for (const word of found) {
    try {
      folders.push(readFolder(word));
    } catch (error) {
      findings.set(word, [unreadable(String(error))]);
    }
  }
  for (const folder of folders) {
    findings.set(folder.word, judgeFolder(folder, folders, given));
  }
  let blockers = 0;
  for (const word of found) {
    for (const finding of findings.get(word) ?? []) {
      print(fileOf(word, 'environment.yaml'), finding);
      if (finding.severity === 'blocker') blockers += 1;
    }
  }
  process.stdout.write(
    `${found.length} environment(s), ${blockers} blocker(s)\n`,
  );
  process.exitCode = blockers > 0 || found.length === 0 ? 1 : 0;
}

main(process.argv[2]);
