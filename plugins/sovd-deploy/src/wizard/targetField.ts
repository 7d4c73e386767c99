import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { TargetField } from './TargetField';

/** `ui:field: SovdTarget` of a template: its value is the name of a target. */
export const targetField = createFormField({
  name: 'SovdTarget',
  component: TargetField,
  schema: makeFieldSchema({ output: z => z.string() }),
});
