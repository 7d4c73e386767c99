import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import type { ChangeStore } from '../changes/ChangeStore';
import type { PlanApplier } from '../changes/PlanApplier';
import type { Planner } from '../changes/Planner';
import type { PlanStore } from '../changes/PlanStore';
import type { VersionList } from '../changes/VersionList';
import type { EnvironmentRegistry } from '../environments/EnvironmentRegistry';
import type { EnvironmentValidator } from '../environments/EnvironmentValidator';
import type { ReferenceJudge } from '../environments/ReferenceJudge';
import type { TargetConfig } from '../environments/TargetConfig';
import type { FleetService } from '../fleet/FleetService';
import type { OverviewService } from '../overview/OverviewService';
import type { StampProposer } from '../stamps/StampProposer';
import type { StampRepository } from '../stamps/StampRepository';
import type { TemplateStatusReader } from '../stamps/TemplateStatusReader';
import type { EnvironmentAuthorizer } from './EnvironmentAuthorizer';

/** What the routes need. */
export interface RouteServices {
  applier: Pick<PlanApplier, 'apply'>;
  auditor: AuditorService;
  authorizer: EnvironmentAuthorizer;
  changes: ChangeStore;
  fleet: Pick<FleetService, 'getPage'>;
  httpAuth: HttpAuthService;
  overview: Pick<OverviewService, 'get'>;
  planner: Planner;
  plans: PlanStore;
  proposer: Pick<StampProposer, 'listOpen' | 'propose'>;
  references: Pick<ReferenceJudge, 'judge'>;
  registry: EnvironmentRegistry;
  stamps: Pick<StampRepository, 'readStamp'>;
  targets: readonly TargetConfig[];
  templateStatus: Pick<TemplateStatusReader, 'read'>;
  validator: EnvironmentValidator;
  versions: Pick<VersionList, 'list'>;
  /** Called when a change was started. */
  onStarted(): void;
  /** Called when somebody wants a change to end. */
  onAborted(changeId: string): void;
  /** Called when an environment was registered. */
  onRegistered(environment: Environment): Promise<void>;
}
