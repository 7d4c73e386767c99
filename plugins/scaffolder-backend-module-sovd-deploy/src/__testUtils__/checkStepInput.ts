import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { validate } from 'jsonschema';

/** A whole `${{ … }}`: whatever type comes of it is known only when the task runs. */
const expression = /^\$\{\{[^}]*\}\}$/;

/** Says what is wrong with the input of a step, as the scaffolder would before it runs it. */
export function checkStepInput(
  action: Pick<TemplateAction, 'schema'>,
  input: unknown,
): string[] {
  return validate(input, {
    ...action.schema?.input,
    additionalProperties: false,
  })
    .errors.filter(({ instance }) => !expression.test(String(instance)))
    .map(error => error.toString());
}
