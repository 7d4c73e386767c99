import { InputError } from '@backstage/errors';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import { addEstimate } from './addEstimate';
import type { PlanSources } from './PlanSources';
import type { ReadFile } from './ReadFile';
import { readSourceFile } from './readSourceFile';
import { replaceScalar } from './replaceScalar';
import { replaceSum } from './replaceSum';
import { scaledAnswers } from './scaledAnswers';
import type { ScaleBounds } from './scaledAnswers';
import { sourcePaths } from './sourcePaths';

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
  const edited: [file: string, content: string, former: string][] = [];
  for (const [file, numbers] of edits) {
    const text = (await read(file)) ?? '';
    const content = numbers.reduce((before, [path, value]) => {
      const after = replaceScalar(before, path, String(value));
      if (after === undefined) {
        throw new InputError(`${file} has no number ${path.join('.')}`);
      }
      return after;
    }, text);
    files[file] = content;
    edited.push([file, content, text]);
  }
  const record = await read(sourcePaths.templateRecord);
  if (record) {
    const counted = answers.reduce(
      (text, [key, value]) =>
        replaceScalar(text, ['environments', name, key], String(value)) ?? text,
      record,
    );
    files[sourcePaths.templateRecord] = edited.reduce(
      (text, [file, content, former]) =>
        replaceSum(text, file, content, former) ?? text,
      counted,
    );
  }
  return files;
}

/** The same with the files of one commit, and with the estimate for what comes. */
export async function scaleFilesOf(
  { estimator, sources }: Pick<PlanSources, 'estimator' | 'sources'>,
  environment: Environment,
  commit: string,
  bounds: ScaleBounds,
  signal: AbortSignal,
): Promise<Record<string, string>> {
  const tree = await sources.checkOut(environment, commit, signal);
  try {
    const read = (file: string) => readSourceFile(tree.folder, file);
    const files = await scaleFiles(environment, bounds, read);
    return await addEstimate(files, { environment, estimator, read });
  } finally {
    await tree.dispose();
  }
}
