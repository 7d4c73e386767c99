import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { findProviders, toCliConfiguration } from '../tools/providerMirror.ts';

describe('provider plugins', () => {
  let root: string;
  let machine: string;
  let count = 0;
  before(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'sovd-providers-'));
  });
  after(() => rm(root, { recursive: true, force: true }));
  beforeEach(async () => {
    count += 1;
    machine = path.join(root, `${count}`);
    await mkdir(path.join(machine, 'bin'), { recursive: true });
  });

  const at = (...parts: string[]) => path.join(machine, ...parts);
  const mirror = (...parts: string[]) =>
    mkdir(at(...parts, 'registry.terraform.io/hashicorp/aws'), {
      recursive: true,
    });
  const find = (environment: Record<string, string> = {}) =>
    findProviders({
      environment,
      home: at('home'),
      program: at('bin/terraform'),
      shared: [at('opt'), at('usr/share')],
    });

  test('come from the machine’s own configuration where there is one', async () => {
    await mirror('opt/plugins');
    await writeFile(at('rc'), '');
    assert.deepEqual(await find({ TF_CLI_CONFIG_FILE: at('rc') }), {
      configuration: at('rc'),
    });
    await mkdir(at('home'));
    await writeFile(at('home/.terraformrc'), '');
    assert.deepEqual(await find(), { configuration: at('home/.terraformrc') });
  });

  test('come from a mirror when the configuration that is named isn’t there', async () => {
    await mirror('opt/tf-plugins');
    assert.deepEqual(await find({ TF_CLI_CONFIG_FILE: at('absent') }), {
      mirror: at('opt/tf-plugins'),
    });
  });

  for (const place of [
    'home/.terraform.d/plugins',
    'home/.local/share/terraform/plugins',
    'bin',
    'share/terraform-providers',
    'usr/share/terraform/plugins',
    'opt',
  ]) {
    test(`are found in ${place}`, async () => {
      await mirror(place);
      const { mirror: found } = await find();
      assert.equal(path.normalize(found ?? ''), at(place));
    });
  }

  test('are found where the data folders of the environment are', async () => {
    await mirror('data/terraform/plugins');
    assert.deepEqual(await find({ XDG_DATA_DIRS: `/none:${at('data')}` }), {
      mirror: at('data/terraform/plugins'),
    });
  });

  test('are taken from the nearest of several places', async () => {
    await mirror('opt/plugins');
    await mirror('home/.terraform.d/plugins');
    assert.deepEqual(await find(), { mirror: at('home/.terraform.d/plugins') });
  });

  test('come over the network when nothing is there', async () => {
    await mkdir(at('opt/other/deep/er'), { recursive: true });
    assert.deepEqual(await find(), {});
    assert.equal(await toCliConfiguration(), '');
  });

  test('that a mirror hasn’t come over the network', async () => {
    await mirror('opt/plugins');
    const text = await toCliConfiguration(at('opt/plugins'));
    const aws = 'registry.terraform.io/hashicorp/aws';
    assert.match(text, new RegExp(`path +=.*${count}/opt/plugins"`));
    assert.match(text, new RegExp(`include = \\["${aws}"\\]`));
    assert.match(text, new RegExp(`exclude = \\["${aws}"\\]`));
  });
});
