import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { certificate } from '../__testUtils__/certificate.ts';
import { serve } from '../__testUtils__/serve.ts';
import { StubProgram } from '../__testUtils__/StubProgram.ts';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { kubernetesProgram } from '../builds/kubernetesPrograms.ts';
import { kubernetesFiles } from './kubernetesFiles.ts';
import { metricsApi, metricsServerPart } from './metricsServerPart.ts';

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec: {
    readonly externalName?: string;
    readonly ports?: { readonly port: number }[];
    readonly service?: {
      readonly name: string;
      readonly namespace: string;
      readonly port: number;
    };
  };
}

test('the API leads to a service that is this machine’s port', () => {
  const [service, api] = metricsApi(6003) as Manifest[];
  assert.deepEqual(api.spec.service, { ...service.metadata, port: 6003 });
  assert.equal(service.spec.externalName, 'localhost');
  assert.equal(service.spec.ports?.[0].port, 6003);
});

test('it listens on loopback and lets in only what comes through the API server', async t => {
  const settings = await testSettings(t, { metrics: 6003 });
  const { args, env } = await metricsServerPart.command(settings);
  const { frontProxyAuthority } = kubernetesFiles(settings);
  assert.ok(args.includes('--bind-address=127.0.0.1'));
  assert.ok(args.includes('--secure-port=6003'));
  assert.ok(
    args.includes(`--requestheader-client-ca-file=${frontProxyAuthority}`),
  );
  const value = (name: string) =>
    Number.parseInt(
      args.find(word => word.startsWith(`--${name}=`))?.split('=')[1] ?? '',
      10,
    );
  assert.ok(value('metric-resolution') > value('kubelet-request-timeout'));
  assert.deepEqual(env, {});
});

test('it is ready when it answers, and then registered', async t => {
  const tls = await certificate((await testSettings(t)).state);
  const { port, calls } = await serve(t, () => [200], tls);
  const settings = await testSettings(t, { metrics: port });
  assert.equal(await metricsServerPart.isReady(settings), true);
  assert.equal(calls[0].target, '/livez');
  const { file } = await StubProgram.at(
    await kubernetesProgram(settings, 'kubectl'),
    '/bin/cat > "$0.input"',
  );
  await metricsServerPart.settle?.(settings);
  const list = JSON.parse(await readFile(`${file}.input`, 'utf8')) as {
    items: object[];
  };
  assert.deepEqual(list.items, metricsApi(port));
});
