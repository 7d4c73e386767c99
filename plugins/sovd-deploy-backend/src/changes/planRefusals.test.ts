import { startedState } from '../__testUtils__/testChange';
import {
  toBusyFinding,
  toNothingFinding,
  toUnknownCommit,
} from './planRefusals';

it('names the change that runs, and whose it is', () => {
  const { change } = startedState();
  expect(
    toBusyFinding({ ...change, kind: 'upgrade', version: 'v2' }),
  ).toMatchObject({
    severity: 'warning',
    headline: 'A change still runs: upgrade to v2',
    cause: expect.stringContaining(
      `${change.requestedBy} started it (${change.id})`,
    ),
  });
});

it('names the commit that is not there, and where', () => {
  const repositoryUrl = 'http://git.example/sovd/fleet';
  expect(toUnknownCommit({ repositoryUrl }, 'c'.repeat(40))).toMatchObject({
    severity: 'blocker',
    headline: 'The repository has no commit ccccccc',
    cause: expect.stringContaining(repositoryUrl),
  });
});

it('blocks a plan that changes nothing', () => {
  expect(toNothingFinding('v1')).toMatchObject({ severity: 'blocker' });
});
