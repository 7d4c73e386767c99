import { answersWith } from '../__testUtils__/testAnswers';
import { fewerPods } from './fewerPods';

it.each([
  [8, 'At most 8 pods', { backendMin: 3, backendReplicas: 5, backendMax: 8 }],
  [4, 'At most 4 pods', { backendMin: 3, backendReplicas: 4, backendMax: 4 }],
  [1, 'At most 1 pod', { backendMin: 1, backendReplicas: 1, backendMax: 1 }],
])('of %i moves what it would cross', (most, label, set) => {
  const answers = answersWith({ backendReplicas: 5 });
  expect(fewerPods(answers, most)).toEqual({ label, set });
});
