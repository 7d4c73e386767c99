import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import {
  Change,
  CloudFormationClient,
  CreateChangeSetCommand,
  DeleteChangeSetCommand,
  DescribeChangeSetCommand,
  DescribeStacksCommand,
  paginateDescribeChangeSet,
} from '@aws-sdk/client-cloudformation';
import { ServiceUnavailableError } from '@backstage/errors';
import type { CloudFormationTemplates } from './CloudFormationTemplates';
import type { StackPreview, StackRequest } from './StackProvisioner';
import { saysNothingToChange, toChangeSetInput } from './toChangeSetInput';
import { toOutputs } from './toOutputs';
import { toResourceChanges } from './toResourceChanges';
import { toUnsettledOutputs } from './toUnsettledOutputs';

/** Between two looks at the change set, in milliseconds. */
const LOOK_MS = 250;
/** CloudFormation plans a hundred resources in seconds. */
const TIMEOUT_MS = 60_000;

/** One look at what a template would change: a change set that is made, described and deleted. */
export class CloudFormationPreview {
  private readonly place: { StackName: string; ChangeSetName: string };

  constructor(
    private readonly client: CloudFormationClient,
    private readonly request: Omit<StackRequest, 'changeId'>,
    private readonly templates: Pick<CloudFormationTemplates, 'locate'>,
    private readonly signal: AbortSignal,
  ) {
    this.place = {
      StackName: request.environment.stackName,
      // several people may look at once, and none of them at another's
      ChangeSetName: `plan-${randomUUID()}`,
    };
  }

  async make(): Promise<StackPreview> {
    const options = { abortSignal: this.signal };
    const template = await this.templates.locate(this.request, this.signal);
    const input = {
      ...toChangeSetInput(this.request, template),
      ...this.place,
      ChangeSetType: 'UPDATE' as const,
      Description: `Preview for environment ${this.request.environment.name}`,
    };
    try {
      await this.client.send(new CreateChangeSetCommand(input), options);
      const refusal = await this.untilReady();
      return refusal ?? (await this.read());
    } finally {
      // also after an abort, hence without its signal; one that is left harms nobody
      await this.client
        .send(new DeleteChangeSetCommand(this.place))
        .catch(() => {});
    }
  }

  private async untilReady(): Promise<StackPreview | undefined> {
    const abortSignal = this.signal;
    for (const end = Date.now() + TIMEOUT_MS; Date.now() < end; ) {
      const { Status, StatusReason = 'no reason given' } =
        await this.client.send(new DescribeChangeSetCommand(this.place), {
          abortSignal,
        });
      if (Status === 'CREATE_COMPLETE') return undefined;
      if (Status === 'FAILED') {
        return saysNothingToChange(StatusReason)
          ? { state: 'previewed', changes: [], unsettled: [] }
          : {
              state: 'refused',
              cause: StatusReason,
              nextStep:
                'Correct infrastructure/cloudformation in the repository',
            };
      }
      await delay(LOOK_MS, undefined, { signal: abortSignal });
    }
    throw new ServiceUnavailableError(
      `CloudFormation took longer than ${
        TIMEOUT_MS / 1_000
      } s to say what would change`,
    );
  }

  private async read(): Promise<StackPreview> {
    const { client, request } = this;
    const found: Change[] = [];
    for await (const page of paginateDescribeChangeSet(
      { client },
      { ...this.place, IncludePropertyValues: true },
      { abortSignal: this.signal },
    )) {
      found.push(...(page.Changes ?? []));
    }
    const changes = toResourceChanges(found);
    const { StackName } = this.place;
    const { Stacks = [] } = await client.send(
      new DescribeStacksCommand({ StackName }),
      { abortSignal: this.signal },
    );
    const [standing] = Stacks;
    const before = {
      outputs: toOutputs(standing?.Outputs),
      parameters: standing?.Parameters ?? [],
    };
    const unsettled = toUnsettledOutputs(before, { ...request, changes });
    return { state: 'previewed', changes, unsettled };
  }
}
