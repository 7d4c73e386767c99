import type {
  Environment,
  EnvironmentOverview,
  EnvironmentSummary,
} from '@sovd/plugin-sovd-deploy-common';

/** Puts together what people see of environments, without asking any provider. */
export interface OverviewService {
  get(environment: Environment): Promise<EnvironmentOverview>;
  summarize(environment: Environment): Promise<EnvironmentSummary>;
  /** Signal channel of the fleet tick. */
  readonly fleetChannel: string;
}
