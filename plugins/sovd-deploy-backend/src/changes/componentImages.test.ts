import { proposeEnvironment, testTarget } from '../__testUtils__/testTarget';
import { FakeImageRegistry } from '../releases/FakeImageRegistry';
import { componentRepositories, findImages } from './componentImages';

const backend = 'localhost:15000/sovd/fleet-backend';
const frontend = 'localhost:15000/sovd/fleet-frontend';
const { signal } = new AbortController();
const digest = `sha256:${'a'.repeat(64)}`;
const withConnector = componentRepositories(
  proposeEnvironment({ vehicleConnectorEnabled: true }),
  testTarget,
);

it('names the repository of each component that the environment has', () => {
  const components = [
    { component: 'backend', repository: backend },
    { component: 'frontend', repository: frontend },
  ];
  expect(componentRepositories(proposeEnvironment(), testTarget)).toEqual(
    components,
  );
  expect(withConnector).toEqual([
    ...components,
    { component: 'vehicle-connector', repository: backend },
  ]);
});

it('asks each repository once, and gives each component its image', async () => {
  const registry = new FakeImageRegistry();
  registry.push({ repository: backend, tag: 'v1', digest });
  registry.push({ repository: frontend, tag: 'v1', digest });
  const resolve = jest.spyOn(registry, 'resolve');
  const found = await findImages(registry, withConnector, 'v1', signal);
  expect(found.missing).toEqual([]);
  expect(found.images.map(({ component }) => component)).toEqual([
    'backend',
    'frontend',
    'vehicle-connector',
  ]);
  expect(found.images[2]).toMatchObject({ repository: backend, digest });
  expect(resolve).toHaveBeenCalledTimes(2);
});

it('names a missing repository once, by its own component', async () => {
  const registry = new FakeImageRegistry();
  registry.push({ repository: frontend, tag: 'v1', digest });
  const { missing } = await findImages(registry, withConnector, 'v1', signal);
  expect(missing).toEqual([{ component: 'backend', repository: backend }]);
});
