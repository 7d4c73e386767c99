import type { JsonObject } from '@backstage/types';
import type {
  Environment,
  ResourceChange,
  Stack,
  StackOutputs,
} from '@sovd/plugin-sovd-deploy-common';

/** What a stack is made from. Names and account come from the registry. */
export interface StackRequest {
  environment: Environment;
  /** Text of the template at the commit that is being deployed. */
  template: string;
  /** Parameters by key, as the repository's generated file gives them. */
  parameters: Record<string, string>;
  /** Unique per change: makes asking twice the same as asking once. */
  changeId: string;
}

/** One step of provisioning: what was found, or what was begun. */
export type StackProgress =
  | {
      state: 'waiting';
      summary: string;
      /** Read back at the next step: which events were told, which change set was made. */
      checkpoint: JsonObject;
    }
  | { state: 'succeeded'; summary: string; outputs: StackOutputs }
  | {
      state: 'failed';
      /** The first resource that failed and the provider's reason, not the last. */
      cause: string;
      nextStep: string;
    };

/** What a template would make of a stack that stands. */
export type StackPreview =
  | {
      state: 'previewed';
      changes: ResourceChange[];
      /** Names of the outputs whose values are known only when it is done, sorted. */
      unsettled: string[];
    }
  | {
      state: 'refused';
      /** In the provider's words. */
      cause: string;
      nextStep: string;
    };

/** Brings the cloud resources of an environment to what its template says. */
export interface StackProvisioner {
  readonly engine: Stack['engine'];
  /**
   * Looks at the stack and does the next idempotent thing, without waiting for it.
   *
   * @param tell - takes each of the provider's events once, oldest first
   */
  advance(
    request: StackRequest,
    checkpoint: JsonObject,
    tell: (text: string) => void,
    signal: AbortSignal,
  ): Promise<StackProgress>;
  /**
   * What advancing would change, property by property. Leaves nothing behind.
   *
   * @throws ServiceUnavailableError when the provider can't be asked now
   */
  preview(
    request: Omit<StackRequest, 'changeId'>,
    signal: AbortSignal,
  ): Promise<StackPreview>;
  /** Undefined when there is no such stack. */
  read(environment: Environment): Promise<Stack | undefined>;
}
