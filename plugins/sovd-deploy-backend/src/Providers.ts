import type { SourceRepository } from './environments/SourceRepository';
import type { ClusterObserver } from './overview/ClusterObserver';
import type { CapacityReader } from './releases/CapacityReader';
import type { ImageRegistry } from './releases/ImageRegistry';
import type {
  NamespaceBootstrapper,
  ReleaseDeployer,
} from './releases/ReleaseDeployer';
import type { ReleaseRehearsal } from './releases/ReleaseRehearsal';
import type { ReleaseRenderer } from './releases/ReleaseRenderer';
import type { PullRequests } from './stamps/PullRequests';
import type { StampRepository } from './stamps/StampRepository';
import type { StackProvisioner } from './stacks/StackProvisioner';

/** Everything outside of the portal that the plugin works with, by its role. */
export interface Providers {
  sources: SourceRepository;
  stamps: StampRepository;
  pullRequests: PullRequests;
  provisioners: readonly StackProvisioner[];
  bootstrapper: NamespaceBootstrapper;
  deployer: ReleaseDeployer;
  renderer: ReleaseRenderer;
  rehearsal: ReleaseRehearsal;
  capacity: CapacityReader;
  images: ImageRegistry;
  observer: ClusterObserver;
  /** Begins to watch. */
  start(): void;
  stop(): Promise<void>;
}
