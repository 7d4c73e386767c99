import {
  newestIntegration,
  newestStaging,
  olderProduction,
} from '../__testUtils__/applications';
import { valuePart } from '../__testUtils__/overviews';
import { noValue, stalePart } from '../__testUtils__/partStates';
import type { BoardEnvironment } from './BoardEnvironment';
import { markDifferences } from './markDifferences';

const column = (title: string, part: BoardEnvironment['part']) => ({
  title,
  part,
  href: '/',
});
const staging = column('Staging', valuePart(newestStaging, 'Kubernetes'));
const integration = column(
  'Integration',
  valuePart(newestIntegration, 'Kubernetes'),
);
const production = column(
  'Production',
  valuePart(olderProduction, 'Kubernetes'),
);

const differing = (one: BoardEnvironment, before?: BoardEnvironment) =>
  markDifferences(one, before)
    .filter(({ differs }) => differs)
    .map(({ label, hint }) => [label, hint]);

describe('markDifferences', () => {
  it('marks other code and another schema, and says what stands before', () => {
    expect(differing(production, staging)).toEqual([
      ['Version', 'commit 2424242, revision 1'],
      ['Database', 'staging: 0003'],
    ]);
  });

  it('marks nothing where neighbours are the same, or there is none', () => {
    expect(differing(staging, integration)).toEqual([]);
    expect(differing(integration)).toEqual([]);
  });

  it('judges nothing that is not known now', () => {
    expect(
      differing(column('Production', stalePart(olderProduction)), staging),
    ).toEqual([]);
    expect(differing(production, column('Staging', noValue.Error))).toEqual([]);
    expect(
      markDifferences(column('Staging', noValue.Loading), integration),
    ).toEqual([]);
  });
});
