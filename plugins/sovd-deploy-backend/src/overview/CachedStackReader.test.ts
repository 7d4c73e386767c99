import type { Stack } from '@sovd/plugin-sovd-deploy-common';
import { FakeStackProvisioner } from '../stacks/FakeStackProvisioner';
import { settle } from '../__testUtils__/stackProvisionerContract';
import { testEnvironment } from '../__testUtils__/testEnvironment';
import { CachedStackReader } from './CachedStackReader';

const environment = testEnvironment('fleet');

describe('CachedStackReader', () => {
  let now = 0;
  let provisioner: FakeStackProvisioner;
  let read: jest.SpyInstance<Promise<Stack | undefined>>;
  const changed: string[] = [];
  let reader: CachedStackReader;

  beforeEach(() => {
    now = 1_000_000;
    changed.length = 0;
    provisioner = new FakeStackProvisioner();
    read = jest.spyOn(provisioner, 'read');
    reader = new CachedStackReader({
      provisioners: [provisioner],
      onChange: ({ name }) => changed.push(name),
      now: () => now,
    });
  });

  it('answers at once, reads in the background, and announces what it found', async () => {
    expect(reader.peek(environment, false)).toMatchObject({
      known: false,
      failure: 'The stack is being read for the first time',
    });
    await reader.settled(environment);
    expect(reader.peek(environment, false)).toEqual({
      value: undefined,
      observedAt: new Date(now).toISOString(),
      known: true,
    });
    expect(changed).toEqual(['fleet-staging']);
  });

  it('asks once in a minute however often it is asked, and sooner while a change runs', async () => {
    for (let view = 0; view < 50; view += 1) reader.peek(environment, false);
    await reader.settled(environment);
    now += 59_000;
    reader.peek(environment, false);
    await reader.settled(environment);
    expect(read).toHaveBeenCalledTimes(1);
    reader.peek(environment, true);
    await reader.settled(environment);
    expect(read).toHaveBeenCalledTimes(2);
    now += 4_000;
    reader.peek(environment, true);
    await reader.settled(environment);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('takes no reading from before the end of the last change, and reads anew at once', async () => {
    reader.peek(environment, true);
    await reader.settled(environment);
    now += 1_000;
    const finishedAt = new Date(now).toISOString();
    await settle(provisioner, {
      environment,
      template: 't',
      parameters: {},
      changeId: 'c1',
    });
    now += 1_000;
    expect(reader.peek(environment, false, finishedAt)).toMatchObject({
      known: false,
      failure: 'The stack is being read anew after the last change',
    });
    await reader.settled(environment);
    const after = reader.peek(environment, false, finishedAt);
    expect(after).toMatchObject({ known: true, value: { phase: 'ready' } });
    expect(after.failure).toBeUndefined();
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('keeps the last value with the reason when the cloud does not answer', async () => {
    await settle(provisioner, {
      environment,
      template: 't',
      parameters: {},
      changeId: 'c1',
    });
    reader.peek(environment, false);
    await reader.settled(environment);
    const before = reader.peek(environment, false);
    expect(before.value?.phase).toBe('ready');

    read.mockRejectedValueOnce(new Error('Rate exceeded'));
    now += 60_000;
    reader.peek(environment, false);
    await reader.settled(environment);
    expect(reader.peek(environment, false)).toEqual({
      ...before,
      failure: 'Rate exceeded',
    });
    expect(changed).toHaveLength(2);
  });
});
