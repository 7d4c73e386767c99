import { rm } from 'node:fs/promises';
import { testEnvironment } from '../__testUtils__/testEnvironment';
import { testChart, testRepository } from '../__testUtils__/testRepository';
import { FakeNamespaceBootstrapper } from './FakeNamespaceBootstrapper';

const environment = testEnvironment('fleet');
const { signal } = new AbortController();

describe('FakeNamespaceBootstrapper', () => {
  let source: string;
  const sourceIs = async (files: Record<string, string>) => {
    source = await testRepository(files);
  };
  afterEach(() => rm(source, { recursive: true }));

  it('makes a namespace, and waits for what it is told to', async () => {
    await sourceIs(testChart(environment));
    const bootstrapper = new FakeNamespaceBootstrapper();
    bootstrapper.waitingFor = ['Secret a (not yet)'];
    expect(await bootstrapper.bootstrap(environment, source, signal)).toEqual({
      waitingFor: ['Secret a (not yet)'],
    });
    expect([...bootstrapper.namespaces]).toEqual(['fleet-staging']);
  });

  it('refuses what the real one refuses', async () => {
    await sourceIs({ 'README.md': 'Nothing to apply' });
    const bootstrapper = new FakeNamespaceBootstrapper();
    await expect(
      bootstrapper.bootstrap(environment, source, signal),
    ).rejects.toThrow('infrastructure/k8s/bootstrap/staging holds no object');
    expect(bootstrapper.namespaces.size).toBe(0);
  });
});
