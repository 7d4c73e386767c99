import { stageContext } from '../__testUtils__/testChange';
import { FakeStageRunner } from './FakeStageRunner';
import type { StageOutcome } from './StageRunner';

describe('FakeStageRunner', () => {
  it('counts steps, those under way, and the most at once', async () => {
    const ends: ((outcome: StageOutcome) => void)[] = [];
    const runner = new FakeStageRunner(
      'stack',
      () => new Promise(resolve => ends.push(resolve)),
    );
    const both = [runner.run(stageContext()), runner.run(stageContext())];
    expect(runner.running).toBe(2);
    const outcome: StageOutcome = {
      state: 'succeeded',
      summary: 'Done',
      result: {},
    };
    for (const end of ends) end(outcome);
    await expect(Promise.all(both)).resolves.toEqual([outcome, outcome]);
    expect(runner).toMatchObject({ running: 0, mostRunning: 2, steps: 2 });
  });

  it('counts a step that threw as over', async () => {
    const runner = new FakeStageRunner('stack', async () => {
      throw new Error('disk full');
    });
    await expect(runner.run(stageContext())).rejects.toThrow('disk full');
    expect(runner).toMatchObject({ running: 0, steps: 1 });
  });
});
