import { z } from 'zod/v4';

/** CloudFormation's own form of a parameter file, as values by key. */
export const stackParametersSchema = z
  .array(z.object({ ParameterKey: z.string(), ParameterValue: z.string() }))
  .transform(list =>
    Object.fromEntries(
      list.map(({ ParameterKey, ParameterValue }) => [
        ParameterKey,
        ParameterValue,
      ]),
    ),
  );
