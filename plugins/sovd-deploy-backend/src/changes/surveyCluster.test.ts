import { proposeEnvironment } from '../__testUtils__/testTarget';
import { FakeCapacityReader } from '../releases/FakeCapacityReader';
import { FakeReleaseRehearsal } from '../releases/FakeReleaseRehearsal';
import { surveyCluster } from './surveyCluster';

const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'backend' },
  spec: { replicas: 1, template: { spec: { containers: [] } } },
};
const conflict = {
  kind: 'Deployment',
  name: 'backend',
  conflicts: [{ manager: 'kubectl-edit', field: 'spec.replicas' }],
  message: 'conflict',
};

function setUp() {
  const capacity = new FakeCapacityReader();
  const rehearsal = new FakeReleaseRehearsal();
  const survey = async (signal = new AbortController().signal) => {
    const findings = await surveyCluster(
      { capacity, rehearsal },
      {
        environment: proposeEnvironment(),
        from: { values: {}, objects: [] },
        to: { values: {}, objects: [deployment] },
        signal,
      },
    );
    return findings.map(({ rule }) => rule);
  };
  return { capacity, rehearsal, survey };
}

describe('surveyCluster', () => {
  it('tells what would be refused, and that there is no room', async () => {
    const { capacity, rehearsal, survey } = setUp();
    expect(await survey()).toEqual([]);
    rehearsal.refusals = [conflict];
    capacity.nodes = [];
    expect(await survey()).toEqual(['field-conflict', 'capacity']);
  });

  it('goes on without knowing the room', async () => {
    const { capacity, survey } = setUp();
    capacity.read = async () => {
      throw new Error('forbidden');
    };
    expect(await survey()).toEqual(['capacity-unknown']);
  });

  it('does not go on when the objects cannot be tried out', async () => {
    const { rehearsal, survey } = setUp();
    rehearsal.rehearse = async () => {
      throw new Error('no route to host');
    };
    await expect(survey()).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
  });

  it('ends with the abort signal', async () => {
    const { survey } = setUp();
    const stopped = AbortSignal.abort(new Error('stopped'));
    await expect(survey(stopped)).rejects.toThrow('stopped');
  });
});
