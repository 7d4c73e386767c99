import { mockServices } from '@backstage/backend-test-utils';
import { readSchedule } from './config';

describe('readSchedule', () => {
  it('reads all registrations every minute', () => {
    expect(readSchedule(mockServices.rootConfig())).toMatchObject({
      frequency: { minutes: 1 },
    });
  });

  it('takes what the configuration says', () => {
    const schedule = { frequency: { seconds: 30 }, timeout: { seconds: 20 } };
    const config = mockServices.rootConfig({
      data: { catalog: { providers: { sovdDeploy: { schedule } } } },
    });
    expect(readSchedule(config)).toMatchObject(schedule);
  });
});
