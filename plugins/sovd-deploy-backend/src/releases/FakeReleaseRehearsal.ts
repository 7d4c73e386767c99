import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import type { ApplyRefusal, ReleaseRehearsal } from './ReleaseRehearsal';
import type { RenderedObject } from './RenderedObject';

/** A cluster that takes everything but what a test says, for tests. */
export class FakeReleaseRehearsal implements ReleaseRehearsal {
  /** Given of objects with that kind and name. */
  refusals: ApplyRefusal[] = [];

  async rehearse(
    _environment: Environment,
    objects: readonly RenderedObject[],
    signal: AbortSignal,
  ): Promise<ApplyRefusal[]> {
    signal.throwIfAborted();
    return this.refusals.filter(({ kind, name }) =>
      objects.some(
        object => object.kind === kind && object.metadata.name === name,
      ),
    );
  }
}
