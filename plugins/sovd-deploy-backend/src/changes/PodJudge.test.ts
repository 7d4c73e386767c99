import { proposeEnvironment, testTarget } from '../__testUtils__/testTarget';
import { PodJudge } from './PodJudge';
import type { SurveyedRelease } from './surveyRelease';

const environment = proposeEnvironment();
const { answers } = environment;
const scaleTo = (backendMin: number, backendMax: number) =>
  new PodJudge(
    {
      environment,
      plannedAt: '2026-11-21T10:00:00.000Z',
      request: { kind: 'scale', input: { backendMin, backendMax } },
    },
    [testTarget],
  );
const outputs = { settled: {}, unsettled: [] };
const release = (enabled: boolean, maxReplicas: number): SurveyedRelease => {
  const hpa = { enabled, minReplicas: 3, maxReplicas };
  const values = { backend: { replicaCount: 3 }, hpa };
  return { value: { values, objects: [] }, findings: [], outputs };
};
const rules = (found: { rule: string }[]) => found.map(({ rule }) => rule);

it('judges by the bounds alone what is not read yet', () => {
  expect(rules(scaleTo(6, 4).judgeBounds())).toEqual(['backend-range']);
  expect(scaleTo(3, 50).judgeBounds()).toEqual([]);
});

it('judges what the release says', () => {
  expect(rules(scaleTo(3, 11).judge(answers, release(true, 11)))).toEqual([
    'connection-budget',
  ]);
  expect(rules(scaleTo(3, 8).judge(answers, release(false, 8)))).toEqual([
    'autoscaler-off',
  ]);
});

it('goes by the answers where there is no release', () => {
  const refused = { findings: [], outputs };
  expect(scaleTo(3, 11).judge(answers, refused)).toEqual([]);
  const more = { ...answers, backendMax: 11 };
  expect(rules(scaleTo(3, 11).judge(more, refused))).toEqual([
    'connection-budget',
  ]);
});
