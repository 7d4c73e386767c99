import { createHash } from 'node:crypto';
import { S3, type BucketLocationConstraint } from '@aws-sdk/client-s3';
import { clientConfiguration } from './clientConfiguration.ts';

/** What CloudFormation takes within a request, in bytes. */
const MAX_BODY_BYTES = 51_200;
const Bucket = 'templates-of-the-tests';

/** Where CloudFormation finds a template: in the request, or in a bucket when it is too large for one. */
export class TemplateBucket {
  readonly #s3: S3;

  constructor(endpoint: string) {
    const configuration = clientConfiguration(endpoint);
    this.#s3 = new S3({ ...configuration, forcePathStyle: true });
  }

  async locate(
    body: string | undefined,
  ): Promise<{ TemplateBody?: string; TemplateURL?: string }> {
    if (Buffer.byteLength(body ?? '') <= MAX_BODY_BYTES) {
      return { TemplateBody: body };
    }
    const region = clientConfiguration('').region as BucketLocationConstraint;
    await this.#s3
      .createBucket({
        Bucket,
        CreateBucketConfiguration: { LocationConstraint: region },
      })
      .catch((error: Error) => {
        if (error.name !== 'BucketAlreadyOwnedByYou') throw error;
      });
    const hash = createHash('sha256').update(body ?? '');
    const Key = `${hash.digest('hex')}.yaml`;
    await this.#s3.putObject({ Bucket, Key, Body: body });
    return {
      TemplateURL: `https://${Bucket}.s3.${region}.amazonaws.com/${Key}`,
    };
  }
}
