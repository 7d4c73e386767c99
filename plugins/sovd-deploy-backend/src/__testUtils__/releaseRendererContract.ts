// A contract is a suite that several test files run.
/* eslint-disable jest/no-export */
import type { ReleaseContent } from '../releases/ReleaseContent';
import type {
  ReleaseRenderer,
  RenderedRelease,
} from '../releases/ReleaseRenderer';

/** A renderer under test, with what the suite needs to set its scene. */
export interface ReleaseRendererScene {
  renderer: ReleaseRenderer;
  /** Of an environment that no other test uses. */
  content: ReleaseContent;
  /** Makes content the running release. */
  run(content: ReleaseContent): Promise<void>;
}

/** What every ReleaseRenderer keeps to. */
export function releaseRendererContract(
  setUp: () => Promise<ReleaseRendererScene>,
): void {
  const { signal } = new AbortController();
  const deploymentOf = ({ objects }: RenderedRelease) =>
    objects.find(({ kind }) => kind === 'Deployment');

  it('knows of nothing that runs before the first release', async () => {
    const { renderer, content } = await setUp();
    expect(
      await renderer.readRunning(content.environment, signal),
    ).toBeUndefined();
  });

  it('renders the image by its digest, and all values', async () => {
    const { renderer, content } = await setUp();
    const rendered = await renderer.render(content, signal);
    const { repository, tag, digest } = content.images[0];
    expect(JSON.stringify(deploymentOf(rendered))).toContain(
      `${repository}:${tag}@${digest}`,
    );
    expect(rendered.values).toMatchObject({
      backend: { image: { repository, tag, digest } },
    });
  });

  it('lays the values of the change on top', async () => {
    const { renderer, content } = await setUp();
    const values = { backend: { image: { tag: 'other' } } };
    const rendered = await renderer.render({ ...content, values }, signal);
    expect(rendered.values).toMatchObject(values);
    expect(JSON.stringify(deploymentOf(rendered))).toContain(':other@');
  });

  it('gives what runs just as it was rendered', async () => {
    const { renderer, content, run } = await setUp();
    await run(content);
    const running = await renderer.readRunning(content.environment, signal);
    const rendered = await renderer.render(content, signal);
    expect(running).toMatchObject({ revision: 1, chartVersion: '0.1.0' });
    expect(running?.values).toEqual(rendered.values);
    const names = ({ objects }: RenderedRelease) =>
      objects.map(({ kind, metadata }) => `${kind}/${metadata.name}`).sort();
    expect(running && names(running)).toEqual(names(rendered));
  });

  it('ends with the abort signal', async () => {
    const { renderer, content } = await setUp();
    const aborted = AbortSignal.abort(new Error('stopped'));
    await expect(renderer.render(content, aborted)).rejects.toThrow('stopped');
    await expect(
      renderer.readRunning(content.environment, aborted),
    ).rejects.toThrow('stopped');
  });
}
