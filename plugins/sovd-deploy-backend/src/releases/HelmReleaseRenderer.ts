import path from 'node:path';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import { HelmError } from './HelmError';
import type { HelmReleaseOptions } from './HelmReleaseOptions';
import { HelmValueLayers } from './HelmValueLayers';
import { layerValues } from './layerValues';
import { parseManifest } from './parseManifest';
import { refuseLinks } from './refuseLinks';
import type { ReleaseContent } from './ReleaseContent';
import type {
  ReleaseRenderer,
  RenderedRelease,
  RunningRelease,
} from './ReleaseRenderer';
import { toDeployedReleases } from './toDeployedRelease';
import { toPendingRevision } from './toPendingRevision';

const CHART = 'infrastructure/helm/sovd-webapp';
/** Milliseconds for one run of Helm that only reads. */
const TIMEOUT = 30_000;

/** Both sides of a change by the helm program: what it keeps of a revision, and `helm template`. */
export class HelmReleaseRenderer implements ReleaseRenderer {
  constructor(private readonly options: HelmReleaseOptions) {}

  async readRunning(
    environment: Environment,
    signal: AbortSignal,
  ): Promise<RunningRelease | undefined> {
    const history = await this.readHistory(environment, signal);
    const deployed = history.find(({ status }) => status === 'deployed');
    if (!deployed) return undefined;
    const get = (what: string, ...options: string[]) =>
      this.helm(
        environment,
        ['get', what, environment.releaseName, ...options],
        ['--revision', String(deployed.revision)],
        signal,
      );
    const [manifest, hooks, values] = await Promise.all([
      get('manifest'),
      get('hooks'),
      get('values', '--all', '--output', 'json'),
    ]);
    return {
      revision: deployed.revision,
      chartVersion: deployed.chartVersion,
      values: layerValues(JSON.parse(values)),
      objects: [...parseManifest(manifest), ...parseManifest(hooks)],
      pending: toPendingRevision(history),
    };
  }

  async render(
    content: ReleaseContent,
    signal: AbortSignal,
  ): Promise<RenderedRelease> {
    const { environment, sourceFolder } = content;
    await refuseLinks(sourceFolder, CHART);
    await refuseLinks(sourceFolder, 'environments');
    const place = this.options.placeOf(environment);
    const layers = await HelmValueLayers.read(content, place);
    const chart = path.join(sourceFolder, CHART);
    const manifest = await this.options.program.run({
      access: place.access,
      namespace: environment.namespace,
      timeout: TIMEOUT,
      signal,
      args: async work => [
        'template',
        environment.releaseName,
        chart,
        '--is-upgrade',
        ...(await layers.toArguments(work)),
      ],
    });
    return {
      values: await layers.over(chart),
      objects: parseManifest(manifest),
    };
  }

  /** Newest first; a failed or interrupted upgrade leaves the revision before it in place. */
  private async readHistory(environment: Environment, signal: AbortSignal) {
    try {
      const history = await this.helm(
        environment,
        ['history', environment.releaseName],
        ['--output', 'json'],
        signal,
      );
      return toDeployedReleases(history);
    } catch (error) {
      if (error instanceof HelmError && error.releaseNotFound) return [];
      throw error;
    }
  }

  private helm(
    environment: Environment,
    command: readonly string[],
    options: readonly string[],
    signal: AbortSignal,
  ): Promise<string> {
    const { access } = this.options.placeOf(environment);
    return this.options.program.run({
      access,
      namespace: environment.namespace,
      args: [...command, ...options],
      timeout: TIMEOUT,
      signal,
    });
  }
}
