import { leastAnswers } from '../__testUtils__/testAnswers';
import { answersShape } from './answers';
import { completeAnswers } from './completeAnswers';
import { judgeShape } from './judgeShape';

function judge(input: unknown) {
  const complete = completeAnswers(input);
  const { error } = answersShape.safeParse(complete);
  return judgeShape(error?.issues ?? [], complete);
}

const judgeWith = (input: object) => judge({ ...leastAnswers, ...input });

describe('judgeShape', () => {
  it('finds nothing wrong with what can be read', () => {
    expect(judgeWith({})).toEqual([]);
  });

  it.each<[object, field: string, headline: string, steps: object[]]>([
    [
      { owner: undefined },
      'owner',
      "owner isn't answered yet",
      [{ label: 'Answer owner' }],
    ],
    [
      { nodesMax: 25 },
      'nodesMax',
      'nodesMax is 25; at most 20',
      [{ label: 'Take 20', set: { nodesMax: 20 } }],
    ],
    [
      { monthlyBudgetUsd: 50 },
      'monthlyBudgetUsd',
      'monthlyBudgetUsd is 50; at least 100',
      [{ label: 'Take 100', set: { monthlyBudgetUsd: 100 } }],
    ],
    [
      { natMode: 'none' },
      'natMode',
      "natMode can't be none",
      [
        { label: 'Take single', set: { natMode: 'single' } },
        { label: 'Take per-zone', set: { natMode: 'per-zone' } },
      ],
    ],
    [
      { namespace: 'kube-system' },
      'namespace',
      'namespace is no question of this form',
      [{ label: 'Leave namespace out', set: { namespace: null } }],
    ],
    [
      { description: 'x'.repeat(201) },
      'description',
      'description has 201 characters; at most 200',
      [{ label: 'Give at most 200 characters' }],
    ],
    [
      { name: 'Fleet' },
      'name',
      "name can't be Fleet",
      [{ label: 'Correct name' }],
    ],
    [{ name: '' }, 'name', "name can't be empty", [{ label: 'Correct name' }]],
    [
      { name: { first: 'fleet' } },
      'name',
      "name can't be an object",
      [{ label: 'Correct name' }],
    ],
    [
      { backendResources: { requests: { cpu: '1' } } },
      'backendResources',
      "backendResources.requests.cpu can't be 1",
      [{ label: 'Correct backendResources.requests.cpu' }],
    ],
  ])('%j', (input, field, headline, nextSteps) => {
    expect(judgeWith(input)[0]).toMatchObject({
      rule: 'shape',
      severity: 'blocker',
      headline,
      nextSteps,
      fields: [field],
    });
  });

  it('says within which words a text stays', () => {
    expect(judgeWith({ alertEmail: 'me' })[0].cause).toBe(
      'It must be an e-mail address, such as fleet@example.com.',
    );
  });

  it.each([undefined, null, 'answers', 7, [], Symbol('x'), 7n])(
    'refuses %p, which is no object',
    input => {
      expect(judge(input)).toMatchObject([
        { headline: 'These are no answers', fields: ['answers'] },
      ]);
    },
  );

  it('takes no more of a flood than anybody reads', () => {
    const flood = Object.fromEntries(
      Array.from({ length: 1000 }, (_, index) => [`x${index}`, 1]),
    );
    expect(judgeWith(flood)).toHaveLength(50);
    const [{ headline }] = judgeWith({ ['k'.repeat(5000)]: 1 });
    expect(headline.length).toBeLessThan(120);
  });
});
