import { versionOf } from '@sovd/plugin-sovd-deploy-common';
import { FakeSourceRepository } from '../environments/FakeSourceRepository';
import { FakeClusterObserver } from '../overview/FakeClusterObserver';
import type { Providers } from '../Providers';
import { FakeImageRegistry } from '../releases/FakeImageRegistry';
import { FakeNamespaceBootstrapper } from '../releases/FakeNamespaceBootstrapper';
import { FakeReleaseDeployer } from '../releases/FakeReleaseDeployer';
import type { ReleaseRequest } from '../releases/ReleaseDeployer';
import { FakeStackProvisioner } from '../stacks/FakeStackProvisioner';

/** A world in memory: what is stamped has an image, and what is deployed runs at once. */
export class TestProviders implements Providers {
  readonly sources = new FakeSourceRepository();
  readonly stacks = new FakeStackProvisioner();
  readonly provisioners = [this.stacks];
  readonly bootstrapper = new FakeNamespaceBootstrapper();
  readonly images = new FakeImageRegistry();
  readonly observer = new FakeClusterObserver();
  readonly deployer = new FakeReleaseDeployer();

  constructor() {
    const deploy = this.deployer.deploy.bind(this.deployer);
    this.deployer.deploy = async (request, tell, signal) => {
      const release = await deploy(request, tell, signal);
      this.show(request, release.revision);
      return release;
    };
  }

  /**
   * Publishes a repository as the template does, with the image of its commit.
   *
   * @returns the commit
   */
  stamp(url: string, application: string, environment = 'staging'): string {
    const commit = this.sources.push(url, {
      '.sovd-template.yaml': `application: ${application}\n`,
      'infrastructure/cloudformation/main.yaml': 'Resources: {}\n',
      [`infrastructure/cloudformation/parameters/${environment}.json`]: '[]',
      [`infrastructure/k8s/bootstrap/${environment}/namespace.yaml`]: `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${application}-${environment}\n`,
    });
    this.images.push({
      repository: `localhost:15000/sovd/${application}-backend`,
      tag: `sha-${commit}`,
      digest: `sha256:${commit}${'0'.repeat(24)}`,
    });
    return commit;
  }

  start() {}

  async stop() {}

  /** What a cluster shows of a release whose pods are all ready. */
  private show({ environment, image }: ReleaseRequest, revision: number) {
    const { answers, cluster, name, namespace } = environment;
    const observedAt = new Date().toISOString();
    const revisions = ['0001'];
    this.observer.show(
      { cluster, namespace },
      {
        observedAt,
        value: {
          rollout: {
            phase: 'succeeded',
            revision,
            version: versionOf(image.tag),
            workloads: [
              {
                name: `${name}-backend`,
                kind: 'Deployment',
                component: 'backend',
                version: versionOf(image.tag),
                image: `${image.repository}:${image.tag}@${image.digest}`,
                desired: answers.backendReplicas,
                readyOld: 0,
                readyNew: answers.backendReplicas,
                notReady: 0,
              },
            ],
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
