import { answersWith } from '../__testUtils__/testAnswers';
import { operationsDrafts } from './operationsDrafts';
import { usageByTier } from './usage';

it.each([
  ['staging', [10, 100, 2, 4, 6, 1, 12, 15]],
  ['production', [50, 100, 5, 4, 6, 3, 40, 45]],
] as const)('takes the quantities of %s from its usage', (tier, quantities) => {
  const drafts = operationsDrafts({
    answers: answersWith({ tier }),
    place: { region: 'us-east-1', clusterMode: 'create' },
    usage: usageByTier[tier],
    nodes: 3,
  });
  expect(drafts.map(({ quantity }) => quantity)).toEqual(quantities);
  expect(drafts.map(({ note }) => note)).toContain(`${quantities[6]} GB`);
  expect(new Set(drafts.map(({ price }) => price)).size).toBe(drafts.length);
});
