import { createHash } from 'node:crypto';
import { InputError } from '@backstage/errors';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import { isScalar, parseDocument } from 'yaml';
import type { SourceRepository } from '../environments/SourceRepository';
import { readSourceFile } from './readSourceFile';
import { scaledAnswers } from './scaledAnswers';
import type { ScaleBounds } from './scaledAnswers';
import { sourcePaths } from './sourcePaths';

/** Reads a file of the environment's commit; undefined when it isn't there. */
export type ReadFile = (file: string) => Promise<string | undefined>;

/** A number in a file, by its path. */
type Edit = [path: string[], value: number];

/**
 * The generated files of an environment with another number of pods, and their sums in the
 * template's record. Only the numbers are replaced: everything else keeps every byte, so
 * that comments and hand-made edits stay.
 *
 * @throws InputError naming the file that is missing or has no such number
 */
export async function scaleFiles(
  environment: Environment,
  bounds: ScaleBounds,
  read: ReadFile,
): Promise<Record<string, string>> {
  const { environment: name } = environment.answers;
  const { backendMin, backendMax, backendReplicas } = scaledAnswers(
    environment.answers,
    bounds,
  );
  const answers = Object.entries({ backendMin, backendMax, backendReplicas });
  const edits: [file: string, edits: Edit[]][] = [
    [
      sourcePaths.answers(environment),
      answers.map(([key, value]) => [['answers', key], value]),
    ],
    [
      sourcePaths.values(environment),
      [
        [['hpa', 'minReplicas'], backendMin],
        [['hpa', 'maxReplicas'], backendMax],
        [['backend', 'replicaCount'], backendReplicas],
      ],
    ],
  ];
  const files: Record<string, string> = {};
  const sums: [file: string, sum: string, former: string][] = [];
  for (const [file, numbers] of edits) {
    const text = (await read(file)) ?? '';
    const edited = numbers.reduce((before, [path, value]) => {
      const after = replaceScalar(before, path, String(value));
      if (after === undefined) {
        throw new InputError(`${file} has no number ${path.join('.')}`);
      }
      return after;
    }, text);
    files[file] = edited;
    sums.push([file, sumOf(edited), sumOf(text)]);
  }
  const record = await read(sourcePaths.templateRecord);
  if (record) {
    const counted = answers.reduce(
      (text, [key, value]) =>
        replaceScalar(text, ['environments', name, key], String(value)) ?? text,
      record,
    );
    files[sourcePaths.templateRecord] = sums.reduce(
      (text, [file, sum, former]) =>
        replaceScalar(text, ['files', file, 'sha256'], sum, former) ?? text,
      counted,
    );
  }
  return files;
}

/** The same, with the files of one commit. */
export async function scaleFilesOf(
  sources: Pick<SourceRepository, 'checkOut'>,
  environment: Environment,
  commit: string,
  bounds: ScaleBounds,
  signal: AbortSignal,
): Promise<Record<string, string>> {
  const tree = await sources.checkOut(environment, commit, signal);
  try {
    return await scaleFiles(environment, bounds, file =>
      readSourceFile(tree.folder, file),
    );
  } finally {
    await tree.dispose();
  }
}

function sumOf(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * @param former - what has to stand there: a sum that doesn't fit its file says that the
 * file was edited by hand, and has to go on saying it
 * @returns undefined when there is no such scalar at that path
 */
function replaceScalar(
  text: string,
  path: readonly string[],
  value: string,
  former?: string,
): string | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0) return undefined;
  const node = document.getIn(path, true);
  if (!isScalar(node) || !node.range) return undefined;
  if (former !== undefined && node.value !== former) return undefined;
  const [start, end] = node.range;
  return text.slice(0, start) + value + text.slice(end);
}
