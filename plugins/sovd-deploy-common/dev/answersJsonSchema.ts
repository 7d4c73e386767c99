import { z } from 'zod/v4';
import { answersShape } from '../src/environments/answers';
import { tierDefaults } from '../src/environments/tierDefaults';

const { required = [], ...answers } = z.toJSONSchema(answersShape, {
  io: 'input',
  target: 'draft-7',
});

/** JSON Schema of `environments/<environment>/environment.yaml`, for editors. */
export const answersJsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Answers of one environment',
  type: 'object',
  properties: {
    apiVersion: { const: 'sovd.io/v1' },
    kind: { const: 'EnvironmentAnswers' },
    answers: {
      ...answers,
      $schema: undefined,
      // what the tier decides may be left out
      required: required.filter(answer => !(answer in tierDefaults.staging)),
    },
  },
  required: ['apiVersion', 'kind', 'answers'],
  additionalProperties: false,
};
