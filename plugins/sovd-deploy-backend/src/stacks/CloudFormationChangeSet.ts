import {
  ChangeSetType,
  CloudFormationClient,
  CreateChangeSetCommand,
  DeleteChangeSetCommand,
  DescribeChangeSetCommand,
  DescribeChangeSetCommandOutput,
  ExecuteChangeSetCommand,
} from '@aws-sdk/client-cloudformation';
import type { CloudFormationTemplates } from './CloudFormationTemplates';
import type { StackRequest } from './StackProvisioner';
import { isNamed } from './isNamed';
import { saysNothingToChange, toChangeSetInput } from './toChangeSetInput';

/** What one step on the change set came to. */
export type ChangeSetStep =
  | { state: 'waiting'; summary: string }
  | { state: 'nothing to change' }
  | { state: 'refused'; cause: string };

/** The one change set that a change makes on its stack; its name follows from the change. */
export class CloudFormationChangeSet {
  private readonly options: { abortSignal: AbortSignal };
  private readonly place: { StackName: string; ChangeSetName: string };

  constructor(
    private readonly client: CloudFormationClient,
    private readonly request: StackRequest,
    private readonly templates: Pick<CloudFormationTemplates, 'locate'>,
    abortSignal: AbortSignal,
  ) {
    this.options = { abortSignal };
    this.place = {
      StackName: request.environment.stackName,
      ChangeSetName: `change-${request.changeId}`,
    };
  }

  /** Makes it, waits until it is ready, or executes it: whatever comes next. */
  async advance(type: ChangeSetType): Promise<ChangeSetStep> {
    const found = await this.describe();
    if (!found) return this.create(type);
    const { Status, StatusReason, ExecutionStatus } = found;
    if (Status === 'FAILED') return this.giveUp(StatusReason ?? 'no reason');
    if (Status !== 'CREATE_COMPLETE') {
      return { state: 'waiting', summary: 'CloudFormation plans the change' };
    }
    if (ExecutionStatus === 'AVAILABLE') return this.execute(found);
    if (ExecutionStatus === 'OBSOLETE') {
      await this.remove();
      return {
        state: 'waiting',
        summary: 'The stack was changed meanwhile; it is planned again',
      };
    }
    return { state: 'waiting', summary: 'CloudFormation starts the change' };
  }

  private async describe(): Promise<
    DescribeChangeSetCommandOutput | undefined
  > {
    try {
      return await this.client.send(
        new DescribeChangeSetCommand(this.place),
        this.options,
      );
    } catch (error) {
      if (isNamed(error, /^ChangeSetNotFound/) || isUnknownStack(error)) {
        return undefined;
      }
      throw error;
    }
  }

  private async create(type: ChangeSetType): Promise<ChangeSetStep> {
    const { changeId, environment } = this.request;
    const { abortSignal } = this.options;
    const template = await this.templates.locate(this.request, abortSignal);
    try {
      await this.client.send(
        new CreateChangeSetCommand({
          ...toChangeSetInput(this.request, template),
          ...this.place,
          ChangeSetType: type,
          Description: `Change ${changeId} of environment ${environment.name}`,
        }),
        this.options,
      );
    } catch (error) {
      // asked twice, by a step that ended before it was noted
      if (!isNamed(error, /^AlreadyExists/)) throw error;
    }
    return { state: 'waiting', summary: 'CloudFormation plans the change' };
  }

  private async execute(
    found: DescribeChangeSetCommandOutput,
  ): Promise<ChangeSetStep> {
    try {
      await this.client.send(
        new ExecuteChangeSetCommand({
          ...this.place,
          ClientRequestToken: this.request.changeId,
        }),
        this.options,
      );
    } catch (error) {
      if (!isNamed(error, /^(?:InvalidChangeSetStatus|TokenAlreadyExists)/)) {
        throw error;
      }
    }
    const count = found.Changes?.length ?? 0;
    const more = found.NextToken ? 'more than ' : '';
    return {
      state: 'waiting',
      summary: `CloudFormation began to change ${more}${count} resources`,
    };
  }

  private async giveUp(reason: string): Promise<ChangeSetStep> {
    await this.remove();
    return saysNothingToChange(reason)
      ? { state: 'nothing to change' }
      : { state: 'refused', cause: reason };
  }

  private async remove(): Promise<void> {
    await this.client.send(
      new DeleteChangeSetCommand(this.place),
      this.options,
    );
  }
}

/** CloudFormation has no error of its own for a stack that isn't there. */
export function isUnknownStack(error: unknown): boolean {
  return (
    isNamed(error, /^ValidationError$/) && /does not exist/i.test(error.message)
  );
}
