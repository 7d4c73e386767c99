import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Kubectl } from '../kubernetes/Kubectl.ts';
import { writeSecret } from '../processes/writeSecret.ts';
import type { Settings } from '../settings.ts';
import { clusterPlace, type MinifiedKubeconfig } from './clusterPlace.ts';
import { existingClusterFiles } from './existingClusterFiles.ts';
import { judgeCluster } from './judgeCluster.ts';
import { accountNamespace, toAccountRights } from './toAccountRights.ts';

/** Tokens are made anew at each start, so they needn't live longer than a working day. */
const TOKEN_LIFE = '24h';

const accounts = ['sovd-reader', 'sovd-deployer'];

/** What the context's user has to be able to do, in words and as kubectl asks. */
const neededRights: Readonly<Record<string, readonly string[]>> = {
  'create namespaces': ['create', 'namespaces'],
  'create cluster roles': ['create', 'clusterroles.rbac.authorization.k8s.io'],
  'bind cluster roles': [
    'create',
    'clusterrolebindings.rbac.authorization.k8s.io',
  ],
  'create service accounts': ['create', 'serviceaccounts'],
  'create tokens of service accounts': [
    'create',
    'serviceaccounts',
    '--subresource=token',
  ],
};

/** The cluster of a person's kubeconfig, in place of the embedded one. */
export class ExistingCluster {
  readonly #settings: Settings;
  readonly #context: string;
  readonly #kubectl: Kubectl;

  constructor(settings: Settings, context: string) {
    this.#settings = settings;
    this.#context = context;
    this.#kubectl = Kubectl.ofPerson(settings, context);
  }

  /**
   * Looks whether the product can work there, gives the portal its two identities, and
   * keeps how to reach it.
   *
   * @throws Error that names everything that is missing
   */
  async prepare(): Promise<void> {
    const view = ['config', 'view', '--raw', '--minify', '--flatten'];
    const place = clusterPlace(
      this.#context,
      await this.#kubectl.json<MinifiedKubeconfig>(view).catch(() => ({})),
    );
    const missing = judgeCluster({
      ...(await this.#look()),
      imageRepositoryPattern: this.#settings.imageRepositoryPattern,
    });
    if (missing.length > 0) {
      const list = missing.map(line => `  - ${line}`).join('\n');
      throw new Error(
        `The cluster of the context "${this.#context}" lacks:\n${list}`,
      );
    }
    await this.#kubectl.apply(await this.#identities());
    const files = existingClusterFiles(this.#settings);
    const [reader, deployer] = await Promise.all(
      accounts.map(name => this.#token(name)),
    );
    await writeSecret(files.deployerToken, deployer);
    await writeSecret(files.place, JSON.stringify({ ...place, reader }));
  }

  async #look() {
    const { serverVersion } = await this.#kubectl.json<{
      serverVersion: { gitVersion: string };
    }>(['version']);
    const { items } = await this.#kubectl.json<{
      items: {
        metadata: { name: string };
        spec: { versions: { name: string; served: boolean }[] };
      }[];
    }>(['get', 'customresourcedefinitions.apiextensions.k8s.io']);
    const refused: string[] = [];
    for (const [words, question] of Object.entries(neededRights)) {
      const ask = ['auth', 'can-i', '--all-namespaces', ...question];
      const may = await this.#kubectl.run(ask).catch(() => 'no');
      if (may.trim() !== 'yes') refused.push(words);
    }
    return {
      version: serverVersion.gitVersion,
      kinds: items.flatMap(({ metadata, spec }) =>
        spec.versions
          .filter(({ served }) => served)
          .map(({ name }) => `${metadata.name}/${name}`),
      ),
      refused,
    };
  }

  async #identities(): Promise<object[]> {
    const folder = path.join(this.#settings.root, 'sandbox/kubernetes/rights');
    const files = (await readdir(folder)).sort();
    const texts = await Promise.all(
      files.map(file => readFile(path.join(folder, file), 'utf8')),
    );
    const of = (kind: string, name: string, namespace?: string) => ({
      ...{ apiVersion: 'v1', kind, metadata: { name, namespace } },
    });
    return [
      of('Namespace', accountNamespace),
      ...accounts.map(name => of('ServiceAccount', name, accountNamespace)),
      ...texts.flatMap(toAccountRights),
    ];
  }

  async #token(account: string): Promise<string> {
    const how = ['--namespace', accountNamespace, `--duration=${TOKEN_LIFE}`];
    const token = await this.#kubectl.run(['create', 'token', account, ...how]);
    return token.trim();
  }
}
