import { proposeEnvironment } from '../__testUtils__/testTarget';
import { scaledAnswers } from './scaledAnswers';

const { answers } = proposeEnvironment({ backendReplicas: 3 });

it.each([
  [2, 10, 3],
  [5, 10, 5],
  [1, 2, 2],
  // refused elsewhere; here it only mustn't come out upside down
  [6, 4, 6],
])('between %d and %d it starts with %d', (backendMin, backendMax, pods) => {
  expect(scaledAnswers(answers, { backendMin, backendMax })).toEqual({
    ...answers,
    backendMin,
    backendMax,
    backendReplicas: pods,
  });
});
