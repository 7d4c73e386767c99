import path from 'node:path';
import {
  CloudFormationClient,
  DeleteStackCommand,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import execa from 'execa';
import { z } from 'zod/v4';
import { KubernetesClient } from '../releases/KubernetesClient';
import { sandboxCluster } from './sandboxCluster';
import { sandboxGit } from './sandboxGit';
import { sandboxVariable } from './sandboxVariable';

const OWNER = 'sovd';
const historySchema = z.array(
  z.object({
    revision: z.number(),
    status: z.string(),
    description: z.string(),
  }),
);
const listSchema = z.array(z.object({ name: z.string(), status: z.string() }));
const commitsSchema = z.array(
  z.object({ commit: z.object({ message: z.string() }) }),
);
const jobsSchema = z.object({
  items: z.array(z.object({ status: z.looseObject({}) })),
});

/** What an environment is, asked of the systems themselves: nothing here is the portal's code. */
export class SandboxWitness {
  private readonly client = new KubernetesClient(sandboxCluster().admin);
  private readonly git = sandboxGit();
  private readonly stacks = new CloudFormationClient({
    region: 'us-east-1',
    endpoint: sandboxVariable('SANDBOX_AWS_URL'),
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });

  constructor(private readonly environment: Environment) {}

  /** Undefined while there is no such stack. */
  async stackStatus(): Promise<string | undefined> {
    const { Stacks = [] } = await this.stacks
      .send(
        new DescribeStacksCommand({ StackName: this.environment.stackName }),
      )
      .catch(error => {
        if (/does not exist/.test(String(error))) return { Stacks: [] };
        throw error;
      });
    return Stacks[0]?.StackStatus;
  }

  /** As `helm list` shows them, in whatever state they are. */
  async releases() {
    const all = ['--deployed', '--failed', '--pending', '--uninstalling'];
    return listSchema.parse(await this.helm('list', ...all));
  }

  /** Oldest first. */
  async history() {
    const { releaseName } = this.environment;
    return historySchema.parse(await this.helm('history', releaseName));
  }

  /** Helms of this machine that change the release. */
  async busyHelms(): Promise<string[]> {
    const { stdout } = await execa('ps', ['-e', '-o', 'args=']);
    const helm = sandboxVariable('SANDBOX_HELM');
    const { releaseName } = this.environment;
    const busy = ['upgrade', 'rollback', 'uninstall'].map(
      verb => `${helm} ${verb} ${releaseName} `,
    );
    return stdout
      .split('\n')
      .filter(line => busy.some(start => line.startsWith(start)));
  }

  async migrates(): Promise<boolean> {
    const { namespace } = this.environment;
    const jobs = await this.client.json({
      path: `/apis/batch/v1/namespaces/${namespace}/jobs`,
    });
    return jobsSchema.parse(jobs).items.some(({ status }) => status.active);
  }

  /** Messages of the commits on the default branch, newest first. */
  async commits(): Promise<string[]> {
    const { name } = this.environment.answers;
    const found = await this.git.call(
      'GET',
      `/repos/${OWNER}/${name}/commits?limit=50&stat=false&files=false`,
    );
    return commitsSchema.parse(found).map(({ commit }) => commit.message);
  }

  /** Gives the namespace a Secret, as External Secrets does when its value comes. */
  async putSecret(name: string): Promise<void> {
    const { namespace } = this.environment;
    await this.client.json({
      method: 'PATCH',
      path: `/api/v1/namespaces/${namespace}/secrets/${name}?fieldManager=team`,
      contentType: 'application/apply-patch+yaml',
      body: { apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace } },
    });
  }

  async hasNamespace(): Promise<boolean> {
    const { items } = z
      .object({
        items: z.array(z.object({ metadata: z.object({ name: z.string() }) })),
      })
      .parse(await this.client.json({ path: '/api/v1/namespaces' }));
    return items.some(
      ({ metadata }) => metadata.name === this.environment.namespace,
    );
  }

  /** Removes namespace, stack and repository. */
  async remove(): Promise<void> {
    const { answers, namespace, stackName } = this.environment;
    if (await this.hasNamespace()) {
      await this.client.json({
        method: 'DELETE',
        path: `/api/v1/namespaces/${namespace}`,
      });
    }
    await this.stacks.send(new DeleteStackCommand({ StackName: stackName }));
    await this.git.call('DELETE', `/repos/${OWNER}/${answers.name}`);
  }

  private async helm(...args: string[]): Promise<unknown> {
    const folder = path.dirname(sandboxVariable('SANDBOX_DEPLOYER_TOKEN_FILE'));
    const { stdout } = await execa(sandboxVariable('SANDBOX_HELM'), [
      ...args,
      ...['--kubeconfig', path.join(folder, 'admin.kubeconfig')],
      ...['--namespace', this.environment.namespace, '--output', 'json'],
    ]);
    return JSON.parse(stdout);
  }
}
