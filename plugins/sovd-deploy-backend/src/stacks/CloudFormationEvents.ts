import {
  CloudFormationClient,
  paginateDescribeStackEvents,
  StackEvent,
} from '@aws-sdk/client-cloudformation';
import { isStackItself } from './toFirstCause';

/** Tokens by which a change marks what it began, so that its events are told from others'. */
export interface OperationTokens {
  /** Of the change set's execution. */
  apply: string;
  /** Of deleting what a failed create left. */
  clean: string;
}

/** The tokens of a change. */
export function operationTokensOf(changeId: string): OperationTokens {
  return { apply: changeId, clean: `clean-${changeId}` };
}

/** Reads the events of one stack; AWS gives them newest first, 100 at a time. */
export class CloudFormationEvents {
  constructor(
    private readonly client: CloudFormationClient,
    private readonly tokens: OperationTokens,
  ) {}

  /**
   * Events that belong to the change and weren't told yet, oldest first.
   *
   * @param stack - name or id; a deleted stack is found by its id only
   */
  async untold(
    stack: string,
    told: ReadonlySet<string>,
    abortSignal?: AbortSignal,
  ): Promise<StackEvent[]> {
    const found: StackEvent[] = [];
    for await (const page of this.pages(stack, abortSignal)) {
      const fresh = page.filter(event => !told.has(event.EventId ?? ''));
      found.push(...fresh.filter(event => this.isOurs(event)));
      // everything behind an event that was told was told before it
      if (fresh.length < page.length) break;
    }
    return found.reverse();
  }

  /** Events of the newest operation on the stack, whoever began it, oldest first. */
  async ofNewestOperation(
    stack: string,
    abortSignal?: AbortSignal,
  ): Promise<StackEvent[]> {
    const found: StackEvent[] = [];
    for await (const page of this.pages(stack, abortSignal)) {
      for (const event of page) {
        found.push(event);
        if (begins(event)) return found.reverse();
      }
    }
    return found.reverse();
  }

  /** Whether an event belongs to what this change began. */
  isOurs(event: StackEvent): boolean {
    return (
      event.ClientRequestToken === this.tokens.apply ||
      event.ClientRequestToken === this.tokens.clean
    );
  }

  private async *pages(
    StackName: string,
    abortSignal?: AbortSignal,
  ): AsyncGenerator<StackEvent[]> {
    const { client } = this;
    for await (const page of paginateDescribeStackEvents(
      { client },
      { StackName },
      { abortSignal },
    )) {
      yield page.StackEvents ?? [];
    }
  }
}

/** Whether an event is the start of an operation on the whole stack. */
function begins(event: StackEvent): boolean {
  return (
    isStackItself(event) &&
    /^(?:CREATE|UPDATE|DELETE|IMPORT)_IN_PROGRESS$/.test(
      event.ResourceStatus ?? '',
    )
  );
}
