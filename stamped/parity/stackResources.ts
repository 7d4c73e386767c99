import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { AwsServer } from '@sovd/sandbox/contract/aws/AwsServer.ts';
import { StackClient } from '@sovd/sandbox/contract/aws/StackClient.ts';
import type { Variant } from '../repository/matrix.ts';
import { stampRepository } from '../repository/stampRepository.ts';

/** A resource as it would be made; what isn't known yet is a text that says so. */
export interface StackResource {
  id: string;
  type: string;
  properties: Record<string, unknown>;
}

const folder = 'infrastructure/cloudformation';

/** What CloudFormation would make of a stamped environment, read from a change set of its template. */
export async function stackResources(
  server: AwsServer,
  { answers }: Variant,
  /** In place of parameters of the environment, or beside them. */
  instead: Record<string, string> = {},
): Promise<StackResource[]> {
  const repository = await stampRepository(answers);
  try {
    const read = (file: string) =>
      readFile(path.join(repository, folder, file), 'utf8');
    const environment = String(answers.environment);
    const parameters = JSON.parse(
      await read(`parameters/${environment}.json`),
    ) as { ParameterKey: string; ParameterValue: string }[];
    const client = new StackClient(server.endpoint, 'us-east-1');
    const { Changes = [], Status } = await client.change(
      `${answers.name}-${environment}`,
      await read('main.yaml'),
      {
        ChangeSetType: 'CREATE',
        Parameters: Object.entries({
          ...Object.fromEntries(
            parameters.map(({ ParameterKey, ParameterValue }) => [
              ParameterKey,
              ParameterValue,
            ]),
          ),
          ...instead,
        }).map(([ParameterKey, ParameterValue]) => ({
          ParameterKey,
          ParameterValue,
        })),
      },
    );
    assert.equal(Status, 'CREATE_COMPLETE');
    return Changes.map(({ ResourceChange: change }) => ({
      id: change?.LogicalResourceId ?? '',
      type: change?.ResourceType ?? '',
      properties: JSON.parse(change?.AfterContext ?? '{}').Properties ?? {},
    }));
  } finally {
    await rm(repository, { recursive: true, force: true });
  }
}
