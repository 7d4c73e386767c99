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
      answers,
      'https://git.example/sovd/fleet',
    );
    const entities = parseAllDocuments(content).map(each => each.toJS());
    const validate = entityEnvelopeSchemaValidator();
    expect(entities.map(entity => validate(entity).kind)).toEqual([
      'System',
      'Component',
    ]);
    for (const { metadata, spec } of entities) {
      expect(metadata.links[0].url).toBe('https://git.example/sovd/fleet');
      expect(spec.owner).toBe('group:default/platform');
    }
  });

  it.each(['', '  \n'])('leaves out the description %j', description => {
    const { content } = toCatalogInfo(
      { ...answers, description },
      'https://git.example/sovd/fleet',
    );
    expect(content).not.toContain('description');
  });
});
