import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { FakeSourceRepository } from '../environments/FakeSourceRepository';
import { plannedWork } from '../__testUtils__/testChange';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import { checkOutWork } from './checkOutWork';

const environment = proposeEnvironment();
const url = environment.repositoryUrl;
const { signal } = new AbortController();
const CHART = 'infrastructure/helm/sovd-webapp/Chart.yaml';

describe('checkOutWork', () => {
  it('takes code of one commit and the environment’s own files of another', async () => {
    const sources = new FakeSourceRepository();
    const own = {
      values: 'environments/staging/values.yaml',
      parameters: 'infrastructure/cloudformation/parameters/staging.json',
      bootstrap: 'infrastructure/k8s/bootstrap/staging/namespace.yaml',
    };
    const commit = sources.push(url, {
      [CHART]: 'code',
      'environments/production/values.yaml': 'code',
      ...Object.fromEntries(Object.values(own).map(file => [file, 'code'])),
    });
    const environmentCommit = sources.push(url, {
      [CHART]: 'head',
      'environments/production/values.yaml': 'head',
      'environments/staging/extra.yaml': 'head',
      ...Object.fromEntries(Object.values(own).map(file => [file, 'head'])),
    });
    const tree = await checkOutWork(
      sources,
      environment,
      plannedWork({ commit, environmentCommit }),
      signal,
    );
    const read = (file: string) =>
      readFile(path.join(tree.folder, file), 'utf8');
    expect(tree.commit).toBe(commit);
    await expect(read(CHART)).resolves.toBe('code');
    await expect(read('environments/production/values.yaml')).resolves.toBe(
      'code',
    );
    await expect(read('environments/staging/extra.yaml')).resolves.toBe('head');
    for (const file of Object.values(own)) {
      await expect(read(file)).resolves.toBe('head');
    }
    await tree.dispose();
    expect(existsSync(tree.folder)).toBe(false);
  });

  it('drops what the environment’s commit no longer has', async () => {
    const sources = new FakeSourceRepository();
    const environmentCommit = sources.push(url, { 'README.md': 'empty' });
    const commit = sources.push(url, {
      'environments/staging/values.yaml': 'code',
    });
    const tree = await checkOutWork(
      sources,
      environment,
      plannedWork({ commit, environmentCommit }),
      signal,
    );
    expect(existsSync(path.join(tree.folder, 'environments/staging'))).toBe(
      false,
    );
    await tree.dispose();
  });

  it('lays the files of the change itself over everything', async () => {
    const sources = new FakeSourceRepository();
    const file = 'environments/staging/values.yaml';
    const commit = sources.push(url, { [file]: 'replicas: 3' });
    const checkOut = jest.spyOn(sources, 'checkOut');
    const tree = await checkOutWork(
      sources,
      environment,
      plannedWork({
        commit,
        environmentCommit: commit,
        files: { [file]: 'replicas: 5' },
      }),
      signal,
    );
    await expect(readFile(path.join(tree.folder, file), 'utf8')).resolves.toBe(
      'replicas: 5',
    );
    expect(checkOut).toHaveBeenCalledTimes(1);
    await tree.dispose();
  });

  it('writes nothing outside of the repository, and leaves no folder behind', async () => {
    const sources = new FakeSourceRepository();
    const commit = sources.push(url, { 'README.md': 'x' });
    let folder = '';
    const checkOut = sources.checkOut.bind(sources);
    jest.spyOn(sources, 'checkOut').mockImplementation(async (...args) => {
      const tree = await checkOut(...args);
      folder = tree.folder;
      return tree;
    });
    await expect(
      checkOutWork(
        sources,
        environment,
        plannedWork({
          commit,
          environmentCommit: commit,
          files: { '../escaped.yaml': 'x' },
        }),
        signal,
      ),
    ).rejects.toThrow("../escaped.yaml isn't a path within the repository");
    expect(existsSync(folder)).toBe(false);
  });
});
