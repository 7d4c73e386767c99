import { createHash } from 'node:crypto';
import {
  BucketLocationConstraint,
  CreateBucketCommand,
  PutObjectCommand,
  PutPublicAccessBlockCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import { isNamed } from './isNamed';
import type { CloudFormationClients } from './CloudFormationClients';
import type { StackRequest } from './StackProvisioner';

/** What CloudFormation takes within a request, in bytes. */
const MAX_BODY_BYTES = 51_200;

/** How a request gives its template. */
export type TemplateLocation =
  | { TemplateBody: string }
  | { TemplateURL: string };

/**
 * Where CloudFormation reads templates: the request itself while they fit, else a bucket of
 * the environment's account and region, which is made at first use. Each text is written
 * once, under its hash.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 */
export class CloudFormationTemplates {
  constructor(private readonly clients: CloudFormationClients) {}

  /** @throws S3ServiceException when the bucket can't be written */
  async locate(
    { environment, template }: Pick<StackRequest, 'environment' | 'template'>,
    abortSignal: AbortSignal,
  ): Promise<TemplateLocation> {
    if (Buffer.byteLength(template) <= MAX_BODY_BYTES) {
      return { TemplateBody: template };
    }
    const { accountId, region, stackName } = environment;
    const Bucket = templateBucketOf(environment);
    const hash = createHash('sha256').update(template).digest('hex');
    const Key = `${stackName}/${hash}.yaml`;
    const put = new PutObjectCommand({
      Bucket,
      Key,
      Body: template,
      // the name can be guessed: somebody else's bucket is refused
      ExpectedBucketOwner: accountId,
    });
    const client = await this.clients.bucketsFor(environment);
    try {
      await client.send(put, { abortSignal });
    } catch (error) {
      if (!isNamed(error, /^NoSuchBucket$/)) throw error;
      await this.make(client, Bucket, region, abortSignal);
      await client.send(put, { abortSignal });
    }
    return {
      TemplateURL: `https://${Bucket}.s3.${region}.amazonaws.com/${Key}`,
    };
  }

  private async make(
    client: S3Client,
    Bucket: string,
    region: string,
    abortSignal: AbortSignal,
  ): Promise<void> {
    const options = { abortSignal };
    const place =
      region === 'us-east-1'
        ? {}
        : {
            CreateBucketConfiguration: {
              LocationConstraint: region as BucketLocationConstraint,
            },
          };
    try {
      await client.send(new CreateBucketCommand({ Bucket, ...place }), options);
    } catch (error) {
      // made meanwhile by another change
      if (!isNamed(error, /^BucketAlreadyOwnedByYou$/)) throw error;
    }
    await client.send(
      new PutPublicAccessBlockCommand({
        Bucket,
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      }),
      options,
    );
  }
}

/** Bucket for the templates of an account and region. */
export function templateBucketOf({
  accountId,
  region,
}: Pick<Environment, 'accountId' | 'region'>): string {
  return `sovd-templates-${accountId}-${region}`;
}
