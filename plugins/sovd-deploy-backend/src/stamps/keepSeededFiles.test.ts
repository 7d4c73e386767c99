import type { FilePolicy } from '@sovd/plugin-sovd-deploy-common';
import { testStamp, toStampedFiles } from '../__testUtils__/testStamp';
import { keepSeededFiles } from './keepSeededFiles';
import { readTemplateRecord } from './readTemplateRecord';

describe('keepSeededFiles', () => {
  const seeded = (text: string): [string, FilePolicy] => [text, 'seeded'];
  const record = readTemplateRecord(
    testStamp({
      files: {
        'app/main.py': seeded('newer'),
        'app/gone.py': seeded('gone'),
        'app/new.py': seeded('new'),
        Makefile: ['newer', 'managed'],
      },
    })['.sovd-template.yaml'],
    'a test',
  );

  it('keeps what the team got first, adds what is new, and takes the rest as it is', () => {
    const former = toStampedFiles({
      'app/main.py': 'first',
      'app/gone.py': 'first',
      Makefile: 'first',
      'removed.txt': 'first',
    });
    const next = toStampedFiles({
      'app/main.py': 'newer',
      'app/new.py': 'new',
      Makefile: 'newer',
    });
    expect(new Set(keepSeededFiles(next, former, record))).toEqual(
      new Set(
        toStampedFiles({
          'app/main.py': 'first',
          // left out of the new stamp, but not removed by its record
          'app/gone.py': 'first',
          'app/new.py': 'new',
          Makefile: 'newer',
        }),
      ),
    );
  });
});
