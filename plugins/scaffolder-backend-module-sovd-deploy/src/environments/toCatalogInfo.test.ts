import { entityEnvelopeSchemaValidator } from '@backstage/catalog-model';
import { answersSchema } from '@sovd/plugin-sovd-deploy-common';
import { parseAllDocuments } from 'yaml';
import { toCatalogInfo } from './toCatalogInfo';

const answers = answersSchema.parse({
  name: 'fleet',
  owner: 'group:default/platform',
  environment: 'staging',
  target: 'aws',
});

describe('toCatalogInfo', () => {
  it('gives entities that the catalog takes, and no environment among them', () => {
    const { content } = toCatalogInfo(
      [answers],
      'https://git.example/sovd/fleet',
    );
    const entities = parseAllDocuments(content).map(each => each.toJS());
    const validate = entityEnvelopeSchemaValidator();
    expect(entities.map(entity => validate(entity).kind)).toEqual([
      'System',
      'Component',
      'Component',
    ]);
    for (const { metadata, spec } of entities) {
      expect(metadata.links[0].url).toBe('https://git.example/sovd/fleet');
      expect(metadata.annotations['sovd.io/application']).toBe('fleet');
      expect(spec.owner).toBe('group:default/platform');
    }
  });

  const entitiesOf = (more: Partial<typeof answers>) =>
    parseAllDocuments(
      toCatalogInfo([{ ...answers, ...more }], 'https://git.example/sovd/fleet')
        .content,
    ).map(each => each.toJS());

  it('has a Component for each workload, which knows its application and its pods', () => {
    const components = entitiesOf({ vehicleConnectorEnabled: true }).slice(1);
    expect(components.map(({ metadata }) => metadata.name)).toEqual([
      'fleet-backend',
      'fleet-frontend',
      'fleet-vehicle-connector',
    ]);
    for (const { metadata, spec } of components) {
      expect(spec.system).toBe('fleet');
      expect(metadata.annotations).toMatchObject({
        'sovd.io/application': 'fleet',
        'backstage.io/kubernetes-id': 'fleet',
      });
    }
    expect(components.map(({ spec }) => spec.dependsOn)).toEqual([
      ['component:fleet-vehicle-connector'],
      ['component:fleet-backend'],
      undefined,
    ]);
  });

  it('has what any of the environments runs, in whatever order they come', () => {
    const production = {
      ...answers,
      environment: 'production',
      tier: 'production' as const,
      vehicleConnectorEnabled: true,
    };
    const components = parseAllDocuments(
      toCatalogInfo([production, answers], 'https://git.example/sovd/fleet')
        .content,
    ).map(each => each.toJS());
    expect(components.map(({ metadata }) => metadata.name)).toEqual([
      'fleet',
      'fleet-backend',
      'fleet-frontend',
      'fleet-vehicle-connector',
    ]);
    expect(components.map(({ spec }) => spec.lifecycle)).toEqual([
      undefined,
      ...Array(3).fill('production'),
    ]);
    expect(
      toCatalogInfo([answers, production], 'https://git.example/sovd/fleet'),
    ).toEqual(
      toCatalogInfo([production, answers], 'https://git.example/sovd/fleet'),
    );
  });

  it('makes no System of its own where it joins one', () => {
    const entities = entitiesOf({ system: 'system:default/mobility' });
    expect(entities.map(({ kind, spec }) => [kind, spec.system])).toEqual([
      ['Component', 'system:default/mobility'],
      ['Component', 'system:default/mobility'],
    ]);
  });

  it.each([
    [undefined, 'System', 'system:default/fleet'],
    ['system:default/mobility', 'Component', 'component:default/fleet-backend'],
  ])('has its documents built once: in %s', (system, kind, documents) => {
    const [first, ...others] = entitiesOf({ system });
    expect(first.kind).toBe(kind);
    expect(first.metadata.annotations['backstage.io/techdocs-ref']).toBe(
      'dir:.',
    );
    for (const { metadata } of others) {
      expect(metadata.annotations['backstage.io/techdocs-entity']).toBe(
        documents,
      );
      expect(metadata.annotations['backstage.io/techdocs-ref']).toBeUndefined();
    }
  });

  it.each(['', '  \n'])('leaves out the description %j', description => {
    const { content } = toCatalogInfo(
      [{ ...answers, description }],
      'https://git.example/sovd/fleet',
    );
    expect(content).not.toContain('description');
  });
});
