import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { AwsServer } from './AwsServer.ts';
import { outputsOf } from './outputsOf.ts';
import { StackClient } from './StackClient.ts';
import { template } from './template.ts';

const ref = (name: string) => ({ Ref: name });
const get = (name: string, attribute: string) => ({
  'Fn::GetAtt': [name, attribute],
});
const resource = (Type: string, Properties?: object) => ({
  Type: `AWS::${Type}`,
  ...(Properties && { Properties }),
});
const allow = (statement: object) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', ...statement }],
});
const account = 'arn:aws:iam::123456789012:role/x';

const network = {
  Vpc: resource('EC2::VPC', { CidrBlock: '10.0.0.0/16' }),
  A: resource('EC2::Subnet', {
    VpcId: ref('Vpc'),
    CidrBlock: '10.0.1.0/24',
    AvailabilityZone: 'eu-west-1a',
  }),
  B: resource('EC2::Subnet', {
    VpcId: ref('Vpc'),
    CidrBlock: '10.0.2.0/24',
    AvailabilityZone: 'eu-west-1b',
  }),
};
const policy = allow({ Action: 's3:*', Resource: '*' });
const role = {
  Role: resource('IAM::Role', {
    AssumeRolePolicyDocument: allow({
      Principal: { Service: 'ec2.amazonaws.com' },
      Action: 'sts:AssumeRole',
    }),
  }),
};
const balancer = (Name: string) =>
  resource('ElasticLoadBalancingV2::LoadBalancer', {
    Subnets: [ref('A'), ref('B')],
    Name,
  });

interface TypeCase {
  readonly name: string;
  /** What the resource under test, `X`, needs. */
  readonly needs?: object;
  readonly subject: object;
  /** Attributes that must have a value. */
  readonly gets?: readonly string[];
}

const cases: readonly TypeCase[] = [
  {
    name: 'EC2::VPCEndpoint',
    needs: {
      ...network,
      Routes: resource('EC2::RouteTable', { VpcId: ref('Vpc') }),
    },
    subject: resource('EC2::VPCEndpoint', {
      VpcId: ref('Vpc'),
      ServiceName: 'com.amazonaws.eu-west-1.s3',
      RouteTableIds: [ref('Routes')],
    }),
    gets: ['Id'],
  },
  {
    name: 'EC2::FlowLog',
    needs: { ...network, ...role, Logs: resource('Logs::LogGroup') },
    subject: resource('EC2::FlowLog', {
      ResourceId: ref('Vpc'),
      ResourceType: 'VPC',
      TrafficType: 'ALL',
      LogGroupName: ref('Logs'),
      DeliverLogsPermissionArn: get('Role', 'Arn'),
    }),
    gets: ['Id'],
  },
  {
    name: 'EC2::LaunchTemplate',
    subject: resource('EC2::LaunchTemplate', {
      LaunchTemplateName: 'nodes',
      LaunchTemplateData: { InstanceType: 't3.micro' },
    }),
    gets: ['LatestVersionNumber'],
  },
  {
    name: 'EC2::SecurityGroupEgress',
    needs: {
      ...network,
      Group: resource('EC2::SecurityGroup', {
        GroupDescription: 'x',
        VpcId: ref('Vpc'),
      }),
    },
    subject: resource('EC2::SecurityGroupEgress', {
      GroupId: get('Group', 'GroupId'),
      IpProtocol: 'tcp',
      FromPort: 443,
      ToPort: 443,
      CidrIp: '10.0.0.0/8',
    }),
  },
  {
    name: 'RDS::DBCluster',
    subject: resource('RDS::DBCluster', {
      Engine: 'aurora-postgresql',
      MasterUsername: 'app',
      MasterUserPassword: 'abcdefgh1',
    }),
    gets: ['Endpoint.Address', 'Endpoint.Port'],
  },
  {
    name: 'ElastiCache::ParameterGroup',
    subject: resource('ElastiCache::ParameterGroup', {
      CacheParameterGroupFamily: 'valkey8',
      Description: 'x',
    }),
  },
  {
    name: 'EKS::AccessEntry',
    subject: resource('EKS::AccessEntry', {
      ClusterName: 'x',
      PrincipalArn: account,
    }),
    gets: ['AccessEntryArn'],
  },
  {
    name: 'EKS::PodIdentityAssociation',
    subject: resource('EKS::PodIdentityAssociation', {
      ClusterName: 'x',
      Namespace: 'n',
      RoleArn: account,
      ServiceAccount: 's',
    }),
    gets: ['AssociationArn'],
  },
  {
    name: 'IAM::Policy',
    needs: role,
    subject: resource('IAM::Policy', {
      PolicyName: 'p',
      PolicyDocument: policy,
      Roles: [ref('Role')],
    }),
  },
  {
    name: 'IAM::ManagedPolicy',
    needs: role,
    subject: resource('IAM::ManagedPolicy', {
      ManagedPolicyName: 'named',
      PolicyDocument: policy,
      Roles: [ref('Role')],
    }),
    gets: ['PolicyArn'],
  },
  {
    name: 'IAM::ManagedPolicy without a name',
    subject: resource('IAM::ManagedPolicy', { PolicyDocument: policy }),
  },
  {
    name: 'IAM::InstanceProfile',
    needs: role,
    subject: resource('IAM::InstanceProfile', { Roles: [ref('Role')] }),
    gets: ['Arn'],
  },
  {
    name: 'CloudWatch::Dashboard',
    subject: resource('CloudWatch::Dashboard', {
      DashboardBody: '{"widgets":[]}',
    }),
  },
  {
    name: 'Route53::RecordSet',
    needs: {
      Zone: resource('Route53::HostedZone', { Name: 'check.example.org' }),
    },
    subject: resource('Route53::RecordSet', {
      HostedZoneId: ref('Zone'),
      Name: 'a.check.example.org',
      Type: 'A',
      TTL: '60',
      ResourceRecords: ['10.0.0.1'],
    }),
  },
  {
    name: 'SSM::Parameter',
    subject: resource('SSM::Parameter', { Type: 'String', Value: 'v' }),
    gets: ['Value'],
  },
  {
    name: 'SNS::Topic',
    subject: resource('SNS::Topic', { TopicName: 'check' }),
    gets: ['TopicArn'],
  },
  {
    name: 'SNS::Topic without a name',
    subject: resource('SNS::Topic'),
    gets: ['TopicArn'],
  },
  {
    name: 'SQS::Queue',
    subject: resource('SQS::Queue', {
      QueueName: 'check',
      VisibilityTimeout: 60,
    }),
    gets: ['Arn'],
  },
  {
    name: 'SQS::Queue without a name',
    subject: resource('SQS::Queue'),
    gets: ['Arn'],
  },
  {
    name: 'ElasticLoadBalancingV2::LoadBalancer',
    needs: network,
    subject: balancer('check'),
    gets: ['DNSName'],
  },
  {
    name: 'ElasticLoadBalancingV2::TargetGroup',
    needs: network,
    subject: resource('ElasticLoadBalancingV2::TargetGroup', {
      Name: 'check',
      VpcId: ref('Vpc'),
      Port: 80,
      Protocol: 'HTTP',
    }),
  },
  {
    name: 'ElasticLoadBalancingV2::Listener',
    needs: { ...network, Balancer: balancer('check2') },
    subject: resource('ElasticLoadBalancingV2::Listener', {
      LoadBalancerArn: ref('Balancer'),
      Port: 80,
      Protocol: 'HTTP',
      DefaultActions: [
        { Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } },
      ],
    }),
  },
  {
    name: 'CertificateManager::Certificate',
    subject: resource('CertificateManager::Certificate', {
      DomainName: 'check.example.org',
      ValidationMethod: 'DNS',
    }),
  },
  {
    name: 'CloudFormation::WaitConditionHandle',
    subject: resource('CloudFormation::WaitConditionHandle'),
  },
];

let aws: AwsServer;
let stacks: StackClient;

before(async () => {
  aws = await AwsServer.start();
  stacks = new StackClient(aws.endpoint);
});
after(() => aws.dispose());

// at once: stacks deploy side by side, as those of several people would
describe('types beyond the environment’s', { concurrency: true }, () => {
  cases.forEach(({ name, needs, subject, gets = [] }, index) => {
    test(`${name} is made and deleted`, async () => {
      const Outputs = {
        Id: { Value: ref('X') },
        ...Object.fromEntries(
          gets.map((attribute, position) => [
            `Attribute${position}`,
            { Value: get('X', attribute) },
          ]),
        ),
      };
      const { StackId = '' } = await stacks.api.createStack({
        StackName: `type-${index}`,
        TemplateBody: template({
          Resources: { ...needs, X: subject },
          Outputs,
        }),
        Capabilities: ['CAPABILITY_NAMED_IAM'],
      });
      const made = await stacks.settled(StackId);
      assert.equal(
        made.StackStatus,
        'CREATE_COMPLETE',
        await stacks.failures(StackId),
      );
      const values = Object.values(outputsOf(made));
      assert.equal(values.length, gets.length + 1);
      assert(
        values.every(value => value !== ''),
        JSON.stringify(made.Outputs),
      );
      const gone = await stacks.remove(StackId);
      assert.equal(
        gone.StackStatus,
        'DELETE_COMPLETE',
        await stacks.failures(StackId),
      );
    });
  });
});
