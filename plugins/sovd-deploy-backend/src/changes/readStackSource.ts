import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '@backstage/errors';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import { clusterAccessSchema } from '../stacks/clusterAccess';
import { stackParametersSchema } from '../stacks/stackParameters';
import { sourcePaths } from './sourcePaths';

/** What a repository says about a stack. */
export interface StackSource {
  template: string;
  parameters: Record<string, string>;
}

/**
 * Reads template and parameters of an environment.
 *
 * @param folder - the repository's files at one commit
 * @throws InputError that names the file which is missing or wrong
 */
export async function readStackSource(
  folder: string,
  environment: Environment,
): Promise<StackSource> {
  const template = await readText(folder, sourcePaths.template);
  const file = sourcePaths.parameters(environment);
  const text = await readText(folder, file);
  try {
    const parameters = stackParametersSchema.parse(JSON.parse(text));
    const access = await readAccess(folder, environment);
    return { template, parameters: { ...access, ...parameters } };
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(
      `${file} has to be a list of objects with ParameterKey and ParameterValue`,
    );
  }
}

/** What the team says about the way into its cluster; an answer of the form wins over it. */
async function readAccess(
  folder: string,
  environment: Environment,
): Promise<Record<string, string>> {
  const file = sourcePaths.access(environment);
  const text = await readFile(path.join(folder, file), 'utf8').catch(error => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  try {
    return clusterAccessSchema.parse(JSON.parse(text));
  } catch {
    throw new InputError(
      `${file} has to be an object with apiCidrs, a list of address blocks, and adminRole, the ARN of a role; both may be left out`,
    );
  }
}

async function readText(folder: string, file: string): Promise<string> {
  try {
    return await readFile(path.join(folder, file), 'utf8');
  } catch {
    throw new InputError(`${file} is missing in the repository`);
  }
}
