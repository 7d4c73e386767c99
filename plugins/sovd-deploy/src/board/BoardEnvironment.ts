import type { EnvironmentOverview } from '@sovd/plugin-sovd-deploy-common';
import type { ShownPart } from '../kit/ShownPart';

/** One column of the board. */
export interface BoardEnvironment {
  /** What people call it, e.g. `Staging`. */
  title: string;
  part: ShownPart<EnvironmentOverview>;
  /** Path of its tab. */
  href: string;
  onRetry?: () => void;
}
