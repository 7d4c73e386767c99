// A contract is a suite that several test files run.
/* eslint-disable jest/no-export */
import { mockServices } from '@backstage/backend-test-utils';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { SovdDeployConnection } from '../SovdDeployConnection';
import { checkStepInput } from './checkStepInput';
import { examplesOf } from './examplesOf';

type Described = Pick<TemplateAction, 'id' | 'examples' | 'schema'>;

/** Holds that an action takes what each of its examples gives to it. */
export function describeExamples(
  create: (connection: SovdDeployConnection) => Described,
): void {
  const connection = new SovdDeployConnection({
    auth: mockServices.auth(),
    discovery: mockServices.discovery(),
  });
  const action = create(connection);

  describe(`Examples of ${action.id}`, () => {
    it.each(examplesOf(action))('takes the input of "%s"', (_, inputs) => {
      expect(inputs).toHaveLength(1);
      for (const input of inputs) {
        expect(checkStepInput(action, input)).toEqual([]);
      }
    });

    it('would refuse an input it does not know', () => {
      expect(checkStepInput(action, { surprise: 1 })).not.toEqual([]);
    });
  });
}
