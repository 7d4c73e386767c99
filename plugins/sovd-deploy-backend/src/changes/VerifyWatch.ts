import { findingSchema } from '@sovd/plugin-sovd-deploy-common';
import type { Finding } from '@sovd/plugin-sovd-deploy-common';
import { z } from 'zod/v4';
import { blocker } from './blocker';
import type { VerificationFailure } from './FailedVerification';
import {
  isCrashing,
  toSchemaFailure,
  toPodFailure,
  toVerifyFailure,
} from './toVerifyFailure';
import type { VerifiedFacts } from './toVerifyFailure';

/** How long a pod may crash again and again before that is taken for its answer. */
const CRASH_MS = 60_000;
/** A pause between two looks that only a backend which was away makes. */
const AWAY_MS = 60_000;

/** What is remembered between two looks at a release. */
export const verifyWatchSchema = z.object({
  /** Begin of the time that the release has, in milliseconds since 1970. */
  since: z.number(),
  lookedAt: z.number(),
  crashingSince: z.number().optional(),
  /** The first bad word about a pod: by the end it may have gone with the pod. */
  first: findingSchema.optional(),
});

type Watch = z.infer<typeof verifyWatchSchema>;

/** Tells when it is time to judge a release, and by what was seen of it. */
export class VerifyWatch {
  /** @param deadlineMs - how long a release may take until it runs well */
  constructor(private readonly deadlineMs: number) {}

  /**
   * @param facts - undefined when nothing is missing
   * @returns what is to be remembered, and whether the release's time begins now: nobody
   * has looked while the backend was away
   */
  look(
    before: Watch | undefined,
    facts: VerifiedFacts | undefined,
    at: number,
  ): { watch: Watch; isAnew: boolean } {
    const isAnew = before !== undefined && at - before.lookedAt > AWAY_MS;
    const known = isAnew ? undefined : before;
    const first = before?.first ?? (facts && toPodFailure(facts));
    const crashingSince = known?.crashingSince ?? at;
    return {
      isAnew,
      watch: {
        since: known?.since ?? at,
        lookedAt: at,
        ...(first && { first }),
        ...(facts && isCrashing(facts) && { crashingSince }),
      },
    };
  }

  /** @returns undefined as long as what is missing may still come */
  judge(
    facts: VerifiedFacts,
    { crashingSince, first, since }: Watch,
    at: number,
  ): VerificationFailure | undefined {
    const { phase } = facts.run ?? {};
    const hasEnded = phase === 'succeeded' || phase === 'failed';
    const schema = hasEnded ? toSchemaFailure(facts) : undefined;
    if (schema) return toFailure(schema, true);
    const isLate = at - since >= this.deadlineMs;
    const isCrashed = at - (crashingSince ?? at) >= CRASH_MS;
    if (!isLate && !isCrashed) return undefined;
    const shown = toVerifyFailure(facts);
    if (!shown) return toFailure(toUnseen(facts), false);
    const isOfPods = shown.rule !== 'database-not-at-head';
    return toFailure((isOfPods && first) || shown, true);
  }
}

function toFailure(finding: Finding, shown: boolean): VerificationFailure {
  return { finding, shown, attempts: 0 };
}

function toUnseen({ missing, release }: VerifiedFacts): Finding {
  const { name, revision } = release;
  return blocker(
    'release-unseen',
    `Nobody can see whether revision ${revision} of ${name} runs well`,
    `${missing}. Helm says that the revision is deployed, so it was left as it is, and is recorded`,
    'Look at the cluster; once it can be seen again, the page says how the release is',
  );
}
