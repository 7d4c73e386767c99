import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { parse } from 'yaml';
import { z } from 'zod/v4';

const templateSchema = z.object({
  steps: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        action: z.string(),
        if: z.string().optional(),
        input: z.record(z.string(), z.unknown()),
      }),
    )
    .min(1),
});

/** Inputs that the examples of an action give to it, by description. */
export function examplesOf(
  action: Pick<TemplateAction, 'id' | 'examples'>,
): [description: string, inputs: Record<string, unknown>[]][] {
  return (action.examples ?? []).map(({ description, example }) => [
    description,
    templateSchema
      .parse(parse(example))
      .steps.filter(step => step.action === action.id)
      .map(({ input }) => input),
  ]);
}
