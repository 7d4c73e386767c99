import type { WayBack } from '@sovd/plugin-sovd-deploy-common';
import { toWayBackSection } from './toWayBackSection';

describe('toWayBackSection', () => {
  it.each<[WayBack['verdict'], string, string, RegExp]>([
    ['plain', 'quiet', 'Plain', /^Roll back brings 2.4.1 again/],
    ['guarded', 'look', 'Guarded', /has to take revisions back/],
    ['unknown', 'look', 'Unknown', /nobody has said/],
    ['impossible', 'danger', 'Restore only', /only a restore/],
  ])('%s', (verdict, level, label, detail) => {
    const section = toWayBackSection({
      wayBack: { verdict, reason: 'So it is.' },
      fromVersion: '2.4.1',
    });
    expect(section).toMatchObject({
      level,
      look: { label },
      sentence: 'So it is.',
      rows: [
        {
          kind: 'note',
          subject: 'Back to 2.4.1',
          detail: expect.stringMatching(detail),
        },
      ],
    });
  });
});
