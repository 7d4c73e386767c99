import type {
  Environment,
  EnvironmentOverview,
  EnvironmentSummary,
} from '@sovd/plugin-sovd-deploy-common';

/** Puts together what people see of environments, without asking any provider. */
export interface OverviewService {
  get(environment: Environment): Promise<EnvironmentOverview>;
  /** Rows of the list, in the order of the environments; a few reads for all of them. */
  summarizeAll(
    environments: readonly Environment[],
  ): Promise<EnvironmentSummary[]>;
  /**
   * Has read anew in the background what is old by now.
   *
   * @param seen - whether a change works on it now
   * @returns ISO time at which its cluster was last heard of
   */
  lookAgain(seen: { environment: Environment; busy: boolean }): string;
  /** Signal channel of the fleet tick. */
  readonly fleetChannel: string;
}
