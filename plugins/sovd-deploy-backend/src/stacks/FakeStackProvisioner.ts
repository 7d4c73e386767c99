import type { JsonObject } from '@backstage/types';
import type {
  Environment,
  Stack,
  StackOutputs,
} from '@sovd/plugin-sovd-deploy-common';
import type {
  StackPreview,
  StackProgress,
  StackProvisioner,
  StackRequest,
} from './StackProvisioner';

interface FakeStack {
  template: string;
  changeId: string;
  state: 'working' | 'ready' | 'rolled back';
  cause?: string;
}

/** Stacks in memory, for tests: each change takes two steps. */
export class FakeStackProvisioner implements StackProvisioner {
  readonly engine = 'cloudformation' as const;
  private readonly stacks = new Map<string, FakeStack>();
  private readonly faults = new Map<string, string>();

  /**
   * Outputs of a template, where it gives others than a database's host. None of those
   * that differ is known before the stack.
   */
  readonly outputs = new Map<string, StackOutputs>();

  /** Makes the next change of a stack fail with a cause. */
  failNext(stackName: string, cause: string): void {
    this.faults.set(stackName, cause);
  }

  async advance(
    request: StackRequest,
    checkpoint: JsonObject,
    tell: (text: string) => void,
    signal: AbortSignal,
  ): Promise<StackProgress> {
    signal.throwIfAborted();
    const { stackName } = request.environment;
    const known = this.stacks.get(stackName);
    if (known?.changeId === request.changeId) {
      return this.finish(stackName, known, tell);
    }
    if (known?.state === 'ready' && known.template === request.template) {
      return this.succeed(request.environment);
    }
    if (known?.state === 'rolled back') {
      tell(`${stackName} was left by an earlier attempt; it is made anew`);
    }
    const { template, changeId } = request;
    this.stacks.set(stackName, { template, changeId, state: 'working' });
    tell(`${stackName} IN_PROGRESS`);
    const summary = `${stackName} is being changed`;
    return { state: 'waiting', summary, checkpoint };
  }

  async preview(
    { environment, template }: Omit<StackRequest, 'changeId'>,
    signal: AbortSignal,
  ): Promise<StackPreview> {
    signal.throwIfAborted();
    const { stackName } = environment;
    const known = this.stacks.get(stackName);
    if (known?.state !== 'ready') {
      return {
        state: 'refused',
        cause: `Stack ${stackName} does not exist or is busy`,
        nextStep: 'Wait',
      };
    }
    if (known.template === template) {
      return { state: 'previewed', changes: [], unsettled: [] };
    }
    const before = this.outputsOf(environment);
    const after = this.outputsOf(environment, template);
    const unsettled = Object.keys(after).filter(
      key => after[key] !== before[key],
    );
    const properties = [{ path: 'Text', from: known.template, to: template }];
    const change = { logicalId: 'Template', type: 'Fake::Template' };
    return {
      state: 'previewed',
      changes: [{ ...change, action: 'change', properties }],
      unsettled,
    };
  }

  async read(environment: Environment): Promise<Stack | undefined> {
    const known = this.stacks.get(environment.stackName);
    if (!known) return undefined;
    const words = {
      working: ['creating', 'CREATE_IN_PROGRESS'],
      ready: ['ready', 'CREATE_COMPLETE'],
      'rolled back': ['failed', 'ROLLBACK_COMPLETE'],
    } as const;
    const [phase, providerStatus] = words[known.state];
    return {
      engine: this.engine,
      name: environment.stackName,
      phase,
      providerStatus,
      region: environment.region,
      accountId: environment.accountId,
      resourceCount: phase === 'ready' ? 1 : 0,
      outputs: phase === 'ready' ? this.outputsOf(environment) : {},
      ...(known.cause && { cause: known.cause }),
    };
  }

  private finish(
    stackName: string,
    stack: FakeStack,
    tell: (text: string) => void,
  ): StackProgress {
    const cause = this.faults.get(stackName) ?? stack.cause;
    this.faults.delete(stackName);
    if (cause) {
      Object.assign(stack, { state: 'rolled back', cause });
      return { state: 'failed', cause, nextStep: 'Remove the cause' };
    }
    if (stack.state === 'working') tell(`${stackName} COMPLETE`);
    stack.state = 'ready';
    return this.succeed({ stackName });
  }

  private succeed(stack: Pick<Environment, 'stackName'>): StackProgress {
    return {
      state: 'succeeded',
      summary: `${stack.stackName} is as its template says`,
      outputs: this.outputsOf(stack),
    };
  }

  private outputsOf(
    { stackName }: Pick<Environment, 'stackName'>,
    template = this.stacks.get(stackName)?.template ?? '',
  ): StackOutputs {
    const own = this.outputs.get(template);
    return own ?? { databaseHost: `${stackName}.database.example` };
  }
}
