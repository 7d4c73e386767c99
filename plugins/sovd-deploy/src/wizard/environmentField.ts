import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { EnvironmentField } from './EnvironmentField';
import { refuseStep } from './refuseStep';
import { stepNames } from './steps';

/** `ui:field: SovdEnvironment` of a template: its value holds all answers after the first step's. */
export const environmentField = createFormField({
  name: 'SovdEnvironment',
  component: EnvironmentField,
  schema: makeFieldSchema({
    output: z => z.record(z.unknown()),
    uiOptions: z => z.object({ step: z.enum(stepNames).optional() }),
  }),
  validation: refuseStep,
});
