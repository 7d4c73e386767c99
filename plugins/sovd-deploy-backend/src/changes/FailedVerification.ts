import { stringifyError } from '@backstage/errors';
import { findingSchema } from '@sovd/plugin-sovd-deploy-common';
import type { Release } from '@sovd/plugin-sovd-deploy-common';
import { z } from 'zod/v4';
import type { ReleaseDeployer } from '../releases/ReleaseDeployer';
import type { RestoredRelease } from './RestoredRelease';
import type { StageContext, StageOutcome } from './StageRunner';
import { withRunning } from './withRunning';

/** Attempts to take a release back. */
const MAX_ATTEMPTS = 3;
const RETRY_MS = 10_000;

/** Noted before anything is done about it, so that a killed backend judges only once. */
export const verificationFailureSchema = z.object({
  finding: findingSchema,
  /** Whether the cluster showed it; a release that merely can't be seen is left alone. */
  shown: z.boolean(),
  attempts: z.number().default(0),
});

export type VerificationFailure = z.infer<typeof verificationFailureSchema>;

/** What a failed verification is ended with. */
export interface FailedVerificationOptions {
  deployer: Pick<ReleaseDeployer, 'takeBack'>;
  restored: Pick<RestoredRelease, 'record'>;
}

/**
 * Ends a change whose release was deployed but doesn't run as it should: takes the release
 * back where there is one before it, and writes down what runs then.
 */
export class FailedVerification {
  constructor(private readonly options: FailedVerificationOptions) {}

  /** The step that notes a failure; the next one ends it. */
  note(failure: VerificationFailure): StageOutcome {
    return {
      state: 'waiting',
      summary: failure.finding.headline,
      retryAfter: failure.attempts > 0 ? RETRY_MS : 0,
      checkpoint: { failure },
      // to go back takes as long as it takes to go there
      limit: 'anew',
    };
  }

  async end(
    context: StageContext,
    failure: VerificationFailure,
  ): Promise<StageOutcome> {
    const { finding, shown } = failure;
    const refusal = shown ? await this.takeBack(context) : undefined;
    const attempts = failure.attempts + 1;
    if (refusal && attempts < MAX_ATTEMPTS) {
      return this.note({ ...failure, attempts });
    }
    const running = await this.options.restored.record(context);
    if (refusal) {
      const cause = `${finding.cause}. It couldn't be taken back: ${refusal}`;
      return { state: 'failed', finding: { ...finding, cause } };
    }
    return {
      state: 'failed',
      finding: isOwn(context, running)
        ? finding
        : withRunning(finding, running),
    };
  }

  /** @returns why it didn't come about, in the deployer's words */
  private async takeBack({
    change,
    environment,
    signal,
    tell,
  }: StageContext): Promise<string | undefined> {
    try {
      await this.options.deployer.takeBack(
        environment,
        change.id,
        tell,
        signal,
        'kept',
      );
      return undefined;
    } catch (error) {
      signal.throwIfAborted();
      const words = stringifyError(error);
      tell(words);
      return words;
    }
  }
}

/** Whether what runs is still what the change has deployed. */
function isOwn({ results }: StageContext, running?: Release): boolean {
  return running?.revision === results.release?.revision;
}
