import {
  CreateBucketCommand,
  PutObjectCommand,
  PutPublicAccessBlockCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { testCredentials } from '../__testUtils__/testCloud';
import { testEnvironment } from '../__testUtils__/testEnvironment';
import { CloudFormationClients } from './CloudFormationClients';
import { CloudFormationTemplates } from './CloudFormationTemplates';

const s3 = mockClient(S3Client);
const environment = testEnvironment('fleet');
const large = `# ${'x'.repeat(51_200)}`;
const templates = new CloudFormationTemplates(
  new CloudFormationClients({
    credentials: testCredentials,
    endpointOf: () => undefined,
  }),
);
const locate = (template: string, where = environment) =>
  templates.locate({ environment: where, template }, AbortSignal.timeout(5000));
const refusal = (name: string) =>
  new S3ServiceException({ name, $fault: 'client', $metadata: {} });

beforeEach(() => s3.reset());

describe('CloudFormationTemplates', () => {
  it('sends what fits within the request', async () => {
    const template = 'x'.repeat(51_200);
    expect(await locate(template)).toEqual({ TemplateBody: template });
    expect(s3.calls()).toEqual([]);
  });

  it('writes what doesn’t to the bucket of the account, under its hash', async () => {
    s3.on(PutObjectCommand).resolves({});
    const first = await locate(large);
    expect(first).toEqual({
      TemplateURL: expect.stringMatching(
        /^https:\/\/sovd-templates-123456789012-us-east-1\.s3\.us-east-1\.amazonaws\.com\/fleet-staging\/[0-9a-f]{64}\.yaml$/,
      ),
    });
    expect(await locate(large)).toEqual(first);
    expect(await locate(`${large}.`)).not.toEqual(first);
    expect(s3.commandCalls(PutObjectCommand)[0].args[0].input).toMatchObject({
      Body: large,
      ExpectedBucketOwner: '123456789012',
    });
    expect(s3.commandCalls(CreateBucketCommand)).toHaveLength(0);
  });

  it('makes the bucket, closed to the public, when there is none', async () => {
    s3.on(PutObjectCommand).rejectsOnce(refusal('NoSuchBucket')).resolves({});
    s3.on(CreateBucketCommand).rejectsOnce(refusal('BucketAlreadyOwnedByYou'));
    s3.on(PutPublicAccessBlockCommand).resolves({});
    await locate(large, { ...environment, region: 'eu-central-1' });
    expect(s3.commandCalls(CreateBucketCommand)[0].args[0].input).toEqual({
      Bucket: 'sovd-templates-123456789012-eu-central-1',
      CreateBucketConfiguration: { LocationConstraint: 'eu-central-1' },
    });
    expect(s3.commandCalls(PutPublicAccessBlockCommand)).toHaveLength(1);
    expect(s3.commandCalls(PutObjectCommand)).toHaveLength(2);
  });

  it('needs no place for a bucket in the first region', async () => {
    s3.on(PutObjectCommand).rejectsOnce(refusal('NoSuchBucket')).resolves({});
    await locate(large);
    expect(s3.commandCalls(CreateBucketCommand)[0].args[0].input).toEqual({
      Bucket: 'sovd-templates-123456789012-us-east-1',
    });
  });

  it.each(['AccessDenied', 'BucketAlreadyExists'])(
    'gives on that S3 said %s',
    async name => {
      s3.on(PutObjectCommand).rejects(
        refusal(name === 'AccessDenied' ? name : 'NoSuchBucket'),
      );
      s3.on(CreateBucketCommand).rejects(refusal(name));
      await expect(locate(large)).rejects.toMatchObject({ name });
    },
  );
});
