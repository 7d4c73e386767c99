import { plannedWork, stageContext } from '../__testUtils__/testChange';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import { settle } from '../__testUtils__/stackProvisionerContract';
import { FakeStackProvisioner } from '../stacks/FakeStackProvisioner';
import { readOutputs } from './readOutputs';

const environment = proposeEnvironment();
const request = { environment, changeId: '1', template: '', parameters: {} };

describe('readOutputs', () => {
  it('takes what the change itself has left', async () => {
    const outputs = { databaseHost: 'db.example' };
    const stack = { commit: 'c'.repeat(40), outputs };
    const context = stageContext({ environment, results: { stack } });
    await expect(readOutputs(context, [])).resolves.toEqual(outputs);
  });

  it('asks the stack when the change left it alone, and wants it ready', async () => {
    const provisioner = new FakeStackProvisioner();
    const context = stageContext({ environment });
    const step = () =>
      provisioner.advance(request, {}, () => {}, context.signal);
    await expect(readOutputs(context, [provisioner])).rejects.toThrow(
      'Stack fleet-staging is not there',
    );
    await step();
    await expect(readOutputs(context, [provisioner])).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('CREATE_IN_PROGRESS'),
    });
    await step();
    await expect(readOutputs(context, [provisioner])).resolves.toEqual(
      (
        await provisioner.read(environment)
      )?.outputs,
    );
  });

  it('stops where the stack gives others than were planned with', async () => {
    const provisioner = new FakeStackProvisioner();
    await settle(provisioner, request);
    const read = (databaseHost: string) => {
      const outputs = { settled: { databaseHost }, unsettled: [] };
      const work = plannedWork({ kind: 'restart', outputs });
      return readOutputs(stageContext({ environment, work }), [provisioner]);
    };
    const databaseHost = 'fleet-staging.database.example';
    await expect(read(databaseHost)).resolves.toEqual({ databaseHost });
    await expect(read('old.example')).rejects.toThrow(
      `databaseHost (old.example → ${databaseHost}); plan again`,
    );
  });

  it('names an engine that nobody provides', async () => {
    await expect(
      readOutputs(stageContext({ environment }), []),
    ).rejects.toThrow('There is no provisioner for cloudformation');
  });
});
