import { from030 } from './from030';

describe('from030', () => {
  it.each([{ strategy: 'canary' }, { backendReplicas: 2, approvers: [] }])(
    'leaves %j as it is',
    answers => {
      expect(from030.migrate(answers)).toEqual(answers);
    },
  );
});
