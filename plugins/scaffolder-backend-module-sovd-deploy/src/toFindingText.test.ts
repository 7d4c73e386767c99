import { toFindingText } from './toFindingText';

it('puts headline, cause and next steps on lines of their own', () => {
  expect(
    toFindingText({
      rule: 'stack-failed',
      severity: 'blocker',
      headline: 'The stack was rolled back',
      cause: 'Database: insufficient capacity',
      nextSteps: [
        { label: 'Choose another class', href: '/create' },
        { label: 'Run it again' },
      ],
    }),
  ).toBe(
    [
      'The stack was rolled back',
      'Database: insufficient capacity',
      'Next: Choose another class (/create)',
      'Next: Run it again',
    ].join('\n'),
  );
});
