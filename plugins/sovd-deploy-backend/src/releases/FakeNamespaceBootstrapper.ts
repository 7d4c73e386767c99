import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import { readBootstrapFolder } from './readBootstrapFolder';
import type { NamespaceBootstrapper } from './ReleaseDeployer';

/** Namespaces in memory, for tests: reads the folder as the real one does, and applies nothing. */
export class FakeNamespaceBootstrapper implements NamespaceBootstrapper {
  readonly namespaces = new Set<string>();
  /** What the next calls wait for. */
  waitingFor: string[] = [];

  async bootstrap(
    environment: Environment,
    sourceFolder: string,
    signal: AbortSignal,
  ): Promise<{ waitingFor: string[] }> {
    signal.throwIfAborted();
    const { answers, namespace } = environment;
    await readBootstrapFolder(sourceFolder, answers.environment, namespace);
    this.namespaces.add(namespace);
    return { waitingFor: this.waitingFor };
  }
}
