import { mockServices } from '@backstage/backend-test-utils';
import { changeSchema } from '@sovd/plugin-sovd-deploy-common';
import { ChangeNarrator } from './ChangeNarrator';

describe('ChangeNarrator', () => {
  const at = '2026-01-01T00:00:00Z';
  const logger = mockServices.logger.mock();
  beforeEach(() => jest.clearAllMocks());

  it('reads on until there is nothing new, even from a server that ignores the position', async () => {
    const narrator = new ChangeNarrator(logger, ['release']);
    const items = [
      { position: 1, at, stage: 'stack' as const, text: 'made' },
      { position: 2, at, stage: 'release' as const, text: 'installed' },
    ];
    const read = jest.fn(async () => ({ items }));
    await narrator.tellLog(read);
    await narrator.tellLog(read);
    expect(logger.info.mock.calls).toEqual([['release: installed']]);
    expect(read.mock.calls).toEqual([[0], [2], [2]]);
  });

  it('tells a summary again only when it says something else', () => {
    const narrator = new ChangeNarrator(logger, ['release']);
    const changeOf = (summary: string) =>
      changeSchema.parse({
        id: 'c',
        environmentRef: 'resource:default/fleet-staging',
        kind: 'create',
        phase: 'running',
        stages: [{ name: 'release', phase: 'running', summary }],
        requestedBy: 'user:default/mock',
        createdAt: at,
      });
    ['1 of 3', '1 of 3', '2 of 3'].forEach(summary =>
      narrator.tellStages(changeOf(summary)),
    );
    expect(logger.info.mock.calls.flat()).toEqual([
      'release: running, 1 of 3',
      'release: running, 2 of 3',
    ]);
  });
});
