// A contract is a suite that several test files run.
/* eslint-disable jest/no-export */
import type { JsonObject } from '@backstage/types';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import type {
  StackProgress,
  StackProvisioner,
  StackRequest,
} from '../stacks/StackProvisioner';

/** A provisioner under test, with what the suite needs to set its scene. */
export interface StackProvisionerScene {
  provisioner: StackProvisioner;
  /** An environment that no other test uses. */
  environment: Environment;
  /** Two templates of the same stack that differ; both give the output `databaseHost`. */
  template: string;
  changedTemplate: string;
  /** Makes the next change of the stack fail, and gives the cause as the provider says it. */
  failNext(): Promise<string>;
}

type Settled = Exclude<StackProgress, { state: 'waiting' }>;

/** Advances until it is settled, each time from the checkpoint of the step before. */
export async function settle(
  provisioner: StackProvisioner,
  request: StackRequest,
  told: string[] = [],
): Promise<Settled> {
  const { signal } = new AbortController();
  let checkpoint: JsonObject = {};
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    const progress = await provisioner.advance(
      request,
      // as a restarted backend reads it from the database
      JSON.parse(JSON.stringify(checkpoint)),
      text => told.push(text),
      signal,
    );
    if (progress.state !== 'waiting') return progress;
    checkpoint = progress.checkpoint;
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  throw new Error(`${request.environment.stackName} didn't settle in 60 s`);
}

/** What every StackProvisioner keeps to, whatever engine is behind it. */
export function stackProvisionerContract(
  setUp: () => Promise<StackProvisionerScene>,
): void {
  const { signal } = new AbortController();
  const requestOf = (
    { environment, template }: StackProvisionerScene,
    changeId: string,
  ): StackRequest => ({ environment, template, parameters: {}, changeId });

  it('knows nothing of a stack that was never made', async () => {
    const { provisioner, environment } = await setUp();
    expect(await provisioner.read(environment)).toBeUndefined();
  });

  it('makes a stack, tells each event once, and gives its outputs', async () => {
    const scene = await setUp();
    const told: string[] = [];
    const done = await settle(scene.provisioner, requestOf(scene, 'c1'), told);
    expect(done).toMatchObject({
      state: 'succeeded',
      outputs: { databaseHost: expect.any(String) },
    });
    expect(told.length).toBeGreaterThan(1);
    expect(new Set(told).size).toBe(told.length);
    const stack = await scene.provisioner.read(scene.environment);
    expect(stack).toMatchObject({
      name: scene.environment.stackName,
      phase: 'ready',
      region: scene.environment.region,
      accountId: scene.environment.accountId,
      outputs: done.state === 'succeeded' ? done.outputs : {},
    });
    expect(stack?.resourceCount).toBeGreaterThan(0);
    expect(stack?.cause).toBeUndefined();
  });

  it('says the same when it is asked again after the end', async () => {
    const scene = await setUp();
    const first = await settle(scene.provisioner, requestOf(scene, 'c1'));
    const again = await settle(scene.provisioner, requestOf(scene, 'c1'));
    expect(again).toMatchObject({
      state: 'succeeded',
      outputs: first.state === 'succeeded' ? first.outputs : {},
    });
  });

  it('counts nothing to change as done', async () => {
    const scene = await setUp();
    await settle(scene.provisioner, requestOf(scene, 'c1'));
    const again = await settle(scene.provisioner, requestOf(scene, 'c2'));
    expect(again.state).toBe('succeeded');
  });

  it('changes a stack that stands', async () => {
    const scene = await setUp();
    await settle(scene.provisioner, requestOf(scene, 'c1'));
    const told: string[] = [];
    const changed = await settle(
      scene.provisioner,
      { ...requestOf(scene, 'c2'), template: scene.changedTemplate },
      told,
    );
    expect(changed.state).toBe('succeeded');
    expect(told.length).toBeGreaterThan(0);
  });

  it('names the first cause of a failure, and starts anew at the next change', async () => {
    const scene = await setUp();
    const cause = await scene.failNext();
    const failed = await settle(scene.provisioner, requestOf(scene, 'c1'));
    expect(failed).toMatchObject({
      state: 'failed',
      cause,
      nextStep: expect.stringMatching(/\w/),
    });
    expect(await scene.provisioner.read(scene.environment)).toMatchObject({
      phase: 'failed',
      cause,
    });
    // the same change has failed for good; only a new one tries again
    const asked = await settle(scene.provisioner, requestOf(scene, 'c1'));
    expect(asked).toMatchObject({ state: 'failed', cause });

    const told: string[] = [];
    const retried = await settle(
      scene.provisioner,
      requestOf(scene, 'c2'),
      told,
    );
    expect(retried.state).toBe('succeeded');
    expect(told.join('\n')).toContain('left by an earlier attempt');
  });

  it('previews a change property by property, and leaves everything as it is', async () => {
    const scene = await setUp();
    const { provisioner, environment, template, changedTemplate } = scene;
    await settle(provisioner, requestOf(scene, 'c1'));
    const before = await provisioner.read(environment);
    const preview = (text: string) =>
      provisioner.preview(
        { environment, template: text, parameters: {} },
        signal,
      );
    expect(await preview(template)).toEqual({
      state: 'previewed',
      changes: [],
      unsettled: [],
    });
    const changed = await preview(changedTemplate);
    expect(changed).toMatchObject({
      state: 'previewed',
      changes: [
        { action: 'change', properties: [{ path: expect.any(String) }] },
      ],
    });
    expect(await provisioner.read(environment)).toEqual(before);
    // nothing that was only looked at stands in the way of doing it
    const done = await settle(provisioner, {
      ...requestOf(scene, 'c2'),
      template: changedTemplate,
    });
    expect(done.state).toBe('succeeded');
  });

  it('refuses to preview a stack that was never made, and makes none', async () => {
    const { provisioner, environment, template } = await setUp();
    expect(
      await provisioner.preview(
        { environment, template, parameters: {} },
        signal,
      ),
    ).toMatchObject({
      state: 'refused',
      cause: expect.stringContaining(environment.stackName),
    });
    expect(await provisioner.read(environment)).toBeUndefined();
  });

  it('ends with the abort signal', async () => {
    const scene = await setUp();
    const aborted = AbortSignal.abort(new Error('stopped'));
    await expect(
      scene.provisioner.advance(requestOf(scene, 'c1'), {}, () => {}, aborted),
    ).rejects.toThrow();
    expect(await scene.provisioner.read(scene.environment)).toBeUndefined();
  });
}
