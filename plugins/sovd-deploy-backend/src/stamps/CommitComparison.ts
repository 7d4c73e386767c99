import { stringifyError } from '@backstage/errors';
import type { SourceRepository } from '../environments/SourceRepository';
import type { StampComparer } from './StampComparer';
import type { StampedApplication } from './StampProposer';
import type { WrittenStamp } from './StampRepository';

/** Rendering every environment twice takes seconds; a proposal doesn't wait for more. */
const TIMEOUT_MS = 60_000;

/** Compares two stamps that a repository holds as commits. */
export class CommitComparison {
  constructor(
    private readonly options: {
      comparer: Pick<StampComparer, 'compare'>;
      sources: Pick<SourceRepository, 'checkOut'>;
    },
  ) {}

  /** What a new stamp does to each environment, in Markdown, or why that isn't known. */
  async describe(
    { environments }: Pick<StampedApplication, 'environments'>,
    { commit, former }: Pick<WrittenStamp, 'commit' | 'former'>,
  ): Promise<string> {
    const { comparer, sources } = this.options;
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const [environment] = environments;
    try {
      const before = await sources.checkOut(environment, former, signal);
      try {
        const after = await sources.checkOut(environment, commit, signal);
        try {
          return await comparer.compare(
            before.folder,
            after.folder,
            environments,
            signal,
          );
        } finally {
          await after.dispose();
        }
      } finally {
        await before.dispose();
      }
    } catch (error) {
      // The proposal stands by itself; whoever reads it shall know what is missing.
      return `What it does to each environment could not be worked out: ${stringifyError(
        error,
      )}`;
    }
  }
}
