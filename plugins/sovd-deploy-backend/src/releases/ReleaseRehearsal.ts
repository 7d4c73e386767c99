import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import type { RenderedObject } from './RenderedObject';

/** Why an object can't be applied as it was rendered. */
export interface ApplyRefusal {
  kind: string;
  name: string;
  /** Fields that somebody else has taken over, and who; none when it is refused for another reason. */
  conflicts: { manager: string; field: string }[];
  /** The cluster's own words. */
  message: string;
}

/** Tries out what a release would apply, and changes nothing. */
export interface ReleaseRehearsal {
  /** @returns what would be refused; nothing when all would be taken */
  rehearse(
    environment: Environment,
    objects: readonly RenderedObject[],
    signal: AbortSignal,
  ): Promise<ApplyRefusal[]>;
}
