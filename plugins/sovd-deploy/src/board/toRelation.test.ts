import type { EnvironmentOverview } from '@sovd/plugin-sovd-deploy-common';
import {
  degradedProduction,
  newestIntegration,
  newestStaging,
  olderProduction,
} from '../__testUtils__/applications';
import { runningChange } from '../__testUtils__/changes';
import { failedOverview, valuePart } from '../__testUtils__/overviews';
import { noValue, stalePart } from '../__testUtils__/partStates';
import type { BoardEnvironment } from './BoardEnvironment';
import { toRelation } from './toRelation';

const column = (title: string, part: BoardEnvironment['part']) => ({
  title,
  part,
  href: `/${title.toLowerCase()}/environment`,
});
const of = (title: string, overview: EnvironmentOverview) =>
  column(title, valuePart(overview, 'Kubernetes'));

const staging = of('Staging', newestStaging);
const production = of('Production', olderProduction);

describe('toRelation', () => {
  it('says that it is the same code', () => {
    expect(toRelation(of('Integration', newestIntegration), staging)).toEqual({
      state: 'same',
      headline: 'Same code',
      detail: '2.6.0 from commit 6e6e6e6. Same schema, 0003.',
    });
  });

  it('offers to plan the version of the one before', () => {
    expect(toRelation(staging, production)).toEqual({
      state: 'other',
      headline: 'Production runs other code than staging',
      detail:
        '2.4.1 from commit 2424242, not 2.6.0 from 6e6e6e6. Its database stands at 0002, that of staging at 0003.',
      action: {
        label: 'Plan 2.6.0 for production',
        href: '/production/environment/upgrade?version=2.6.0',
      },
      note: 'You see the plan first.',
    });
  });

  it('offers it too where the newer version fails now: a better one is the way out', () => {
    const { action } = toRelation(
      staging,
      of('Production', degradedProduction),
    );
    expect(action?.label).toBe('Plan 2.6.0 for production');
  });

  it.each<[string, BoardEnvironment, BoardEnvironment, string]>([
    [
      'which is a step back',
      of('Staging', olderProduction),
      of('Production', newestStaging),
      'Production is ahead of staging.',
    ],
    [
      'which has yet to prove itself',
      of('Staging', { ...newestStaging, health: 'degraded' }),
      production,
      "Staging isn't healthy now: what runs there has yet to prove itself.",
    ],
    [
      'while a change runs',
      staging,
      of('Production', { ...olderProduction, change: runningChange }),
      'A change is running in production; a plan waits for its end.',
    ],
  ])('offers nothing %s', (_, before, behind, note) => {
    const relation = toRelation(before, behind);
    expect(relation).toMatchObject({ state: 'other', note });
    expect(relation.action).toBeUndefined();
  });

  it.each<[string, BoardEnvironment, BoardEnvironment, string]>([
    [
      'what never ran',
      staging,
      of('Production', failedOverview),
      'Nothing runs in production yet.',
    ],
    [
      'what was true once',
      column('Staging', stalePart(newestStaging)),
      production,
      "What runs in staging isn't known now.",
    ],
    [
      'what may not be seen',
      column('Staging', noValue.Forbidden),
      column('Production', noValue.Loading),
      "What runs in staging isn't known now. What runs in production isn't known now.",
    ],
  ])('does not compare %s', (_, before, behind, detail) => {
    expect(toRelation(before, behind)).toEqual({
      state: 'unknown',
      headline: "Can't be compared",
      detail,
    });
  });
});
