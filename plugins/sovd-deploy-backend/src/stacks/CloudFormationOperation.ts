import {
  CloudFormationClient,
  DeleteStackCommand,
  DescribeStacksCommand,
  Stack,
  StackEvent,
} from '@aws-sdk/client-cloudformation';
import {
  CloudFormationChangeSet,
  isUnknownStack,
} from './CloudFormationChangeSet';
import {
  CloudFormationEvents,
  OperationTokens,
  operationTokensOf,
} from './CloudFormationEvents';
import { StackCheckpoint, writeStackCheckpoint } from './stackCheckpoint';
import type { CloudFormationTemplates } from './CloudFormationTemplates';
import type { StackProgress, StackRequest } from './StackProvisioner';
import { toEventText } from './toEventText';
import { toFirstCause } from './toFirstCause';
import { toOutputs } from './toOutputs';
import { toStackPhase } from './toStackPhase';

/** What one step works with. `note` is changed in place: it is also what is kept when a call fails. */
export interface CloudFormationStep {
  client: CloudFormationClient;
  request: StackRequest;
  templates: Pick<CloudFormationTemplates, 'locate'>;
  note: StackCheckpoint;
  tell(text: string): void;
  signal: AbortSignal;
}

/** One step of bringing a stack to its template: looks, tells what happened, does the next thing. */
export class CloudFormationOperation {
  private readonly tokens: OperationTokens;
  private readonly events: CloudFormationEvents;
  private readonly name: string;

  constructor(private readonly step: CloudFormationStep) {
    this.name = step.request.environment.stackName;
    this.tokens = operationTokensOf(step.request.changeId);
    this.events = new CloudFormationEvents(step.client, this.tokens);
  }

  async advance(): Promise<StackProgress> {
    const stack = await this.describe();
    await this.tellNews(stack);
    const status = stack?.StackStatus;
    if (!stack || status === 'REVIEW_IN_PROGRESS') return this.plan('CREATE');
    const phase = toStackPhase(status);
    if (phase !== 'ready' && phase !== 'failed') return this.wait(stack);

    const newest = await this.newestOperation();
    const token = newest.find(event => event.ClientRequestToken);
    const ours = token !== undefined && this.events.isOurs(token);
    if (phase === 'ready') {
      if (!ours) return this.plan('UPDATE', stack);
      return status === 'UPDATE_ROLLBACK_COMPLETE'
        ? this.fail(stack, newest)
        : this.succeed(stack, 'is as its template says');
    }
    const canBeDeleted = !status?.startsWith('UPDATE');
    return ours || !canBeDeleted ? this.fail(stack, newest) : this.clean(stack);
  }

  private async describe(): Promise<Stack | undefined> {
    try {
      const { Stacks } = await this.step.client.send(
        new DescribeStacksCommand({ StackName: this.name }),
        { abortSignal: this.step.signal },
      );
      return Stacks?.[0];
    } catch (error) {
      if (isUnknownStack(error)) return undefined;
      throw error;
    }
  }

  private async tellNews(stack: Stack | undefined): Promise<void> {
    const { note, tell, signal } = this.step;
    const id = stack?.StackId ?? note.deleting;
    if (!id) return;
    const told = new Set(note.told);
    for (const event of await this.events.untold(id, told, signal)) {
      tell(toEventText(event));
      note.told.push(event.EventId ?? '');
    }
    if (note.deleting && note.deleting !== stack?.StackId) {
      note.deleting = undefined;
    }
  }

  private newestOperation(): Promise<StackEvent[]> {
    return this.events.ofNewestOperation(this.name, this.step.signal);
  }

  private async plan(
    type: 'CREATE' | 'UPDATE',
    stack?: Stack,
  ): Promise<StackProgress> {
    const { client, request, signal, templates } = this.step;
    const changeSet = new CloudFormationChangeSet(
      client,
      request,
      templates,
      signal,
    );
    const planned = await changeSet.advance(type);
    if (planned.state === 'waiting') return this.waiting(planned.summary);
    if (planned.state === 'nothing to change' && stack) {
      return this.succeed(stack, 'was already as its template says');
    }
    return {
      state: 'failed',
      cause:
        planned.state === 'refused'
          ? planned.cause
          : 'The template makes no resources',
      nextStep: 'Correct infrastructure/cloudformation in the repository',
    };
  }

  private wait(stack: Stack): StackProgress {
    const reason = stack.StackStatusReason;
    return this.waiting(
      `${this.name} is ${stack.StackStatus}${reason ? `: ${reason}` : ''}`,
    );
  }

  /** Deletes what a failed create of an earlier change left, since it can't be updated. */
  private async clean(stack: Stack): Promise<StackProgress> {
    const { client, note, tell, signal } = this.step;
    tell(
      `${this.name} is ${stack.StackStatus}, left by an earlier attempt; it is deleted and made anew`,
    );
    note.deleting = stack.StackId;
    await client.send(
      new DeleteStackCommand({
        StackName: this.name,
        ClientRequestToken: this.tokens.clean,
      }),
      { abortSignal: signal },
    );
    return this.waiting(`${this.name} is deleted before it is made anew`);
  }

  private succeed(stack: Stack, how: string): StackProgress {
    return {
      state: 'succeeded',
      summary: `${this.name} ${how} (${stack.StackStatus})`,
      outputs: toOutputs(stack.Outputs),
    };
  }

  private fail(stack: Stack, newest: StackEvent[]): StackProgress {
    const stuck = /FAILED$/.test(stack.StackStatus ?? '');
    return {
      state: 'failed',
      cause:
        toFirstCause(newest) ??
        `${this.name} is ${stack.StackStatus}: ${
          stack.StackStatusReason ?? 'no reason given'
        }`,
      nextStep: stuck
        ? `Bring ${this.name} out of ${stack.StackStatus} in CloudFormation, then try again`
        : 'Remove the cause, then try again; CloudFormation took everything back',
    };
  }

  private waiting(summary: string): StackProgress {
    const checkpoint = writeStackCheckpoint(this.step.note);
    return { state: 'waiting', summary, checkpoint };
  }
}
