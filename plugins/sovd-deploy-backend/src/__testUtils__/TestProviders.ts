import type { JsonObject } from '@backstage/types';
import { tagOf, versionOf } from '@sovd/plugin-sovd-deploy-common';
import { z } from 'zod/v4';
import { testRevision } from './testRevision';
import { testStamp } from './testStamp';
import { FakeSourceRepository } from '../environments/FakeSourceRepository';
import { FakeClusterObserver } from '../overview/FakeClusterObserver';
import type { Providers } from '../Providers';
import { FakeCapacityReader } from '../releases/FakeCapacityReader';
import { FakeImageRegistry } from '../releases/FakeImageRegistry';
import { FakeNamespaceBootstrapper } from '../releases/FakeNamespaceBootstrapper';
import { FakeReleaseDeployer } from '../releases/FakeReleaseDeployer';
import { FakeReleaseRehearsal } from '../releases/FakeReleaseRehearsal';
import { FakeReleaseRenderer } from '../releases/FakeReleaseRenderer';
import type { ReleaseRequest } from '../releases/ReleaseDeployer';
import { FakePullRequests } from '../stamps/FakePullRequests';
import { FakeStampRepository } from '../stamps/FakeStampRepository';
import { FakeStackProvisioner } from '../stacks/FakeStackProvisioner';

const valuesSchema = z.object({
  hpa: z.object({ minReplicas: z.number(), maxReplicas: z.number() }),
});

/** A world in memory: what is stamped has an image, and what is deployed runs at once. */
export class TestProviders implements Providers {
  readonly sources = new FakeSourceRepository();
  readonly stamps = new FakeStampRepository();
  readonly pullRequests = new FakePullRequests();
  readonly stacks = new FakeStackProvisioner();
  readonly provisioners = [this.stacks];
  readonly bootstrapper = new FakeNamespaceBootstrapper();
  readonly images = new FakeImageRegistry();
  readonly observer = new FakeClusterObserver();
  readonly deployer = new FakeReleaseDeployer();
  readonly renderer = new FakeReleaseRenderer({
    backend: { replicaCount: 3 },
    hpa: { enabled: true, minReplicas: 3, maxReplicas: 10 },
    config: { logLevel: 'INFO' },
  });
  readonly rehearsal = new FakeReleaseRehearsal();
  readonly capacity = new FakeCapacityReader();

  constructor() {
    const deploy = this.deployer.deploy.bind(this.deployer);
    this.deployer.deploy = async (request, tell, signal) => {
      const release = await deploy(request, tell, signal);
      await this.renderer.run(request, release.revision);
      const running = await this.renderer.readRunning(
        request.environment,
        signal,
      );
      this.show(request, release.revision, running?.values);
      return release;
    };
  }

  /**
   * Publishes a repository as the template does, with the images of its commit.
   *
   * @returns the commit
   */
  stamp(url: string, application: string, environment = 'staging'): string {
    const commit = this.sources.push(url, {
      '.sovd-template.yaml': `application: ${application}\n`,
      'infrastructure/cloudformation/main.yaml': 'Resources: {}\n',
      [`infrastructure/cloudformation/parameters/${environment}.json`]: '[]',
      'backend/alembic.ini': '[alembic]\nscript_location = alembic\n',
      'backend/alembic/versions/0001.py': testRevision({
        id: '0001',
        down: '',
      }),
      [`environments/${environment}/environment.yaml`]:
        'answers:\n  backendReplicas: 3\n  backendMin: 3\n  backendMax: 10\n',
      [`environments/${environment}/values.yaml`]:
        'backend:\n  replicaCount: 3\nhpa:\n  enabled: true\n  minReplicas: 3\n  maxReplicas: 10\n',
      [`infrastructure/k8s/bootstrap/${environment}/namespace.yaml`]: `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${application}-${environment}\n`,
    });
    this.pushImage(url, `sha-${commit}`, commit);
    const stamp = testStamp({ application, environments: [environment] });
    this.stamps.publish(url, stamp);
    return commit;
  }

  /**
   * Pushes a commit and gives it a Git tag, with the images that a pipeline would build.
   *
   * @returns the commit
   */
  release(url: string, tag: string, files: Record<string, string> = {}) {
    const commit = this.sources.push(url, { ...files, VERSION: tag });
    this.sources.tag(url, tag, commit);
    this.pushImage(url, tag, commit);
    return commit;
  }

  start() {}

  async stop() {}

  private pushImage(url: string, tag: string, commit: string) {
    const [application] = url.split('/').slice(-1);
    for (const component of ['backend', 'frontend']) {
      this.images.push({
        repository: `localhost:15000/sovd/${application}-${component}`,
        tag,
        digest: `sha256:${commit}${'0'.repeat(24)}`,
      });
    }
  }

  /** What a cluster shows of a release whose pods are all ready. */
  private show(
    { environment, images }: ReleaseRequest,
    revision: number,
    values?: JsonObject,
  ) {
    const { cluster, name, namespace } = environment;
    const observedAt = new Date().toISOString();
    const revisions = ['0001'];
    const version = versionOf(tagOf(images));
    const { minReplicas: min, maxReplicas: max } =
      valuesSchema.parse(values).hpa;
    this.observer.show(
      { cluster, namespace },
      {
        observedAt,
        value: {
          rollout: {
            phase: 'succeeded',
            revision,
            version,
            workloads: images.map(({ component, repository, tag, digest }) => ({
              name: `${name}-${component}`,
              kind: 'Deployment',
              component,
              version,
              image: `${repository}:${tag}@${digest}`,
              desired: min,
              ...(component === 'backend' && { autoscaler: { min, max } }),
              readyOld: 0,
              readyNew: min,
              notReady: 0,
            })),
          },
          migrationJob: {
            job: `${name}-migration`,
            uid: `${name}-${revision}`,
            phase: 'succeeded',
            startedAt: observedAt,
            finishedAt: observedAt,
            report: {
              current: revisions,
              heads: revisions,
              applied: revisions,
              durationMs: 12,
            },
          },
        },
      },
    );
  }
}
