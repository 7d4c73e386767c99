import { mockServices } from '@backstage/backend-test-utils';
import { checkStepInput } from '../__testUtils__/checkStepInput';
import { examplesOf } from '../__testUtils__/examplesOf';
import { SovdDeployConnection } from '../SovdDeployConnection';
import { createChangePlanAction } from './createChangePlanAction';

const action = createChangePlanAction(
  new SovdDeployConnection({
    auth: mockServices.auth(),
    discovery: mockServices.discovery(),
  }),
);

it.each(examplesOf(action))('takes the input of "%s"', (_, inputs) => {
  expect(inputs).toHaveLength(1);
  for (const input of inputs) expect(checkStepInput(action, input)).toEqual([]);
});

it('would refuse an input it does not know', () => {
  expect(checkStepInput(action, { surprise: 1 })).not.toEqual([]);
});
