import { mockServices } from '@backstage/backend-test-utils';
import { audited } from './audited';

describe('audited', () => {
  function setUp() {
    const event = { success: jest.fn(), fail: jest.fn() };
    const auditor = mockServices.auditor.mock();
    auditor.createEvent.mockResolvedValue(event);
    return { auditor, event };
  }

  it('writes down what succeeded', async () => {
    const { auditor, event } = setUp();
    const options = { eventId: 'change-start', meta: { kind: 'create' } };
    await expect(audited(auditor, options, async () => 1)).resolves.toBe(1);
    expect(auditor.createEvent).toHaveBeenCalledWith(options);
    expect(event.success).toHaveBeenCalledTimes(1);
    expect(event.fail).not.toHaveBeenCalled();
  });

  it('writes down what failed, and passes the error on', async () => {
    const { auditor, event } = setUp();
    const error = new Error('refused');
    await expect(
      audited(auditor, { eventId: 'change-start' }, async () => {
        throw error;
      }),
    ).rejects.toBe(error);
    expect(event.fail).toHaveBeenCalledWith({ error });
    expect(event.success).not.toHaveBeenCalled();
  });
});
