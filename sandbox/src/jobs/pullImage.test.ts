import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakePodClient } from '../__testUtils__/FakePodClient.ts';
import { Backoff } from './Backoff.ts';
import { ImagePullError, type ResolvedImage } from './ImageSource.ts';
import { PodReporter } from './PodReporter.ts';
import { pullImage } from './pullImage.ts';

const container = { name: 'migration', image: 'fleet:v1' };
const image: ResolvedImage = {
  rule: {
    ...{ repository: '', git: '', subdirectory: '', workdir: '/app' },
    entrypoint: [],
  },
  ...{ gitFolder: '', commit: 'abc', imageId: 'fleet@sha256:abc' },
};

function pull(failures: number, stop = new AbortController()) {
  const client = new FakePodClient();
  const reporter = new PodReporter(
    { spec: { containers: [container] } },
    client,
  );
  let left = failures;
  const pulled = pullImage({
    ...{ container, reporter },
    images: {
      async resolve(name) {
        left -= 1;
        if (left >= 0) throw new ImagePullError(name, 'no such tag');
        return image;
      },
    },
    backoff: new Backoff(0.01, stop.signal),
  });
  return { client, reporter, pulled };
}

test('an image that is there is pulled at once, and its digest is known', async () => {
  const { client, reporter, pulled } = pull(0);
  assert.equal(await pulled, image);
  assert.deepEqual(client.story, ['Pending ContainerCreating']);
  assert.equal(reporter.view.container.imageId, image.imageId);
  assert.match(client.events[1], /^Normal Pulled: .*commit abc$/);
});

test('a missing one is told as kubelet tells it, and heals by itself', async () => {
  const { client, pulled } = pull(2);
  await pulled;
  assert.deepEqual(client.story.slice(1), [
    'Pending ErrImagePull',
    'Pending ImagePullBackOff',
    'Pending ErrImagePull',
    'Pending ImagePullBackOff',
  ]);
  const waiting = client.statuses[2].containerStatuses?.[0].state?.waiting;
  assert.match(waiting?.message ?? '', /Back-off pulling.*no such tag/);
});

test('a pod that is deleted meanwhile is waited for no longer', async () => {
  const stop = new AbortController();
  const { pulled } = pull(Infinity, stop);
  stop.abort('deleted');
  await assert.rejects(pulled);
});
