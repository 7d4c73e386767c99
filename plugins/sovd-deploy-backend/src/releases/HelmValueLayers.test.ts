import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { testEnvironment } from '../__testUtils__/testEnvironment';
import {
  testImage,
  testOutputs,
  testRepository,
} from '../__testUtils__/testRepository';
import { HelmValueLayers } from './HelmValueLayers';
import { toImageValues } from './imageValues';
import { HelmWorkFolder } from './HelmWorkFolder';

const environment = testEnvironment('fleet');
const file = 'environments/staging/values.yaml';
const place = { progressDeadlineSeconds: 20, releaseTimeoutMs: 120_000 };

async function read(own: string | undefined, values = {}) {
  const sourceFolder = await testRepository({
    'chart/values.yaml':
      'config: { logLevel: INFO, trace: no }\nbackend: { replicaCount: 1 }\n',
    ...(own !== undefined && { [file]: own }),
  });
  const content = {
    environment,
    sourceFolder,
    images: [testImage('v1')],
    values,
  };
  const layers = await HelmValueLayers.read(
    { ...content, outputs: testOutputs },
    place,
  );
  return { layers, chart: path.join(sourceFolder, 'chart') };
}

describe('HelmValueLayers', () => {
  it("lays environment, deployer and change over the chart's own values", async () => {
    const { layers, chart } = await read(
      'config: { logLevel: DEBUG }\nbackend: { image: { tag: other } }\n',
      { backend: { replicaCount: 5 } },
    );
    expect(await layers.over(chart)).toMatchObject({
      config: {
        logLevel: 'DEBUG',
        // Helm reads YAML 1.1
        trace: false,
        database: { host: testOutputs.databaseHost },
      },
      backend: {
        replicaCount: 5,
        image: { tag: 'v1', digest: testImage('v1').digest },
      },
      deployment: { progressDeadlineSeconds: 20 },
    });
  });

  it('gives Helm the same layers in the same order', async () => {
    const { layers } = await read('own: 1\n', { top: 2 });
    const access = {
      cluster: 'c',
      connect: async () => ({
        url: 'https://c.example',
        skipTLSVerify: false,
        token: 't',
      }),
    };
    const work = await HelmWorkFolder.create(access, 'fleet-staging');
    try {
      const args = await layers.toArguments(work);
      expect(args.filter(arg => arg === '--values')).toHaveLength(3);
      const files = args.filter(arg => arg !== '--values');
      const contents = await Promise.all(
        files.map(async name => JSON.parse(await readFile(name, 'utf8'))),
      );
      expect(contents).toEqual([
        { own: 1 },
        expect.objectContaining(toImageValues([testImage('v1')])),
        { top: 2 },
      ]);
    } finally {
      await work.dispose();
    }
  });

  it('takes an empty file for no values', async () => {
    const { layers, chart } = await read('');
    expect(await layers.over(chart)).toMatchObject({
      config: { logLevel: 'INFO' },
    });
    await rm(path.dirname(chart), { recursive: true });
  });

  it.each([
    [undefined, `The repository has no ${file}`],
    ['- a list\n', `${file} must be a map of values`],
    ['a: [\n', `${file} must be a map of values`],
  ])('names the file that cannot be read: %j', async (own, message) => {
    await expect(read(own)).rejects.toThrow(message);
  });
});
