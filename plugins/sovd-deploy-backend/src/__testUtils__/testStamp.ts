import { createHash } from 'node:crypto';
import type { FilePolicy, StampedFile } from '@sovd/plugin-sovd-deploy-common';
import { stringify } from 'yaml';

/** What a stamp of a test is made from. */
export interface TestStamp {
  application?: string;
  version?: string;
  environments?: string[];
  /** Text and policy by path. */
  files?: Record<string, [text: string, policy: FilePolicy]>;
}

/** Texts of a whole stamp by path, its record among them. */
export function testStamp(stamp: TestStamp = {}): Record<string, string> {
  const {
    application = 'fleet',
    version = '0.3.0',
    environments = ['staging'],
    files = {},
  } = stamp;
  const generated = environments.map((name): [string, [string, FilePolicy]] => [
    `environments/${name}/environment.yaml`,
    [`answers: {environment: ${name}}\n`, 'generated'],
  ]);
  const all = Object.entries({ ...Object.fromEntries(generated), ...files });
  const record = {
    apiVersion: 'sovd.io/v1',
    kind: 'TemplateRecord',
    application,
    template: { name: 'sovd-webapp', version },
    environments: Object.fromEntries(
      environments.map(name => [name, { environment: name }]),
    ),
    files: Object.fromEntries(
      all.map(([path, [text, policy]]) => [
        path,
        { sha256: createHash('sha256').update(text).digest('hex'), policy },
      ]),
    ),
  };
  return {
    ...Object.fromEntries(all.map(([path, [text]]) => [path, text])),
    '.sovd-template.yaml': stringify(record),
  };
}

/** The same, as a proposal carries them. */
export function toStampedFiles(texts: Record<string, string>): StampedFile[] {
  return Object.entries(texts).map(([path, text]) => ({
    path,
    content: Buffer.from(text).toString('base64'),
    executable: false,
  }));
}
