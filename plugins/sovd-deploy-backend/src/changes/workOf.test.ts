import { plannedWork, stageContext } from '../__testUtils__/testChange';
import { workOf } from './workOf';

const commit = 'a'.repeat(40);

describe('workOf', () => {
  it('is what was planned', () => {
    const work = plannedWork({ kind: 'rollback', migrate: false });
    expect(workOf(stageContext({ work }))).toBe(work);
  });

  it('follows for a create from the commit that was chosen', () => {
    const results = { stack: { commit, outputs: {} } };
    expect(workOf(stageContext({ results }))).toEqual({
      kind: 'create',
      commit,
      environmentCommit: commit,
      migrate: true,
      values: {},
      files: {},
    });
  });

  it('says that a create has not chosen yet', () => {
    expect(() => workOf(stageContext())).toThrow('has no result of stack');
  });
});
