import { plainKind, tag, type Kind, type Row } from './Kind.ts';

const subnet = (block: string, zone: string) => (node: Row) => ({
  block: node[block],
  zone: node[zone],
  forLoadBalancers: tag(node, 'kubernetes.io/role/elb'),
  inside: tag(node, 'kubernetes.io/role/internal-elb'),
});
const counted = () => ({});

/** Module vpc. */
export const networkKinds: readonly Kind[] = [
  plainKind('network', ['aws_vpc', 'AWS::EC2::VPC'], {
    block: ['cidr_block', 'CidrBlock'],
    names: ['enable_dns_hostnames', 'EnableDnsHostnames'],
    resolver: ['enable_dns_support', 'EnableDnsSupport'],
  }),
  {
    name: 'subnet',
    terraform: ['aws_subnet', subnet('cidr_block', 'availability_zone')],
    cloudFormation: [
      'AWS::EC2::Subnet',
      subnet('CidrBlock', 'AvailabilityZone'),
    ],
  },
  plainKind(
    'internet gateway',
    ['aws_internet_gateway', 'AWS::EC2::InternetGateway'],
    {},
  ),
  plainKind('NAT gateway', ['aws_nat_gateway', 'AWS::EC2::NatGateway'], {}),
  plainKind('address', ['aws_eip', 'AWS::EC2::EIP'], {
    domain: ['domain', 'Domain'],
  }),
  plainKind('route table', ['aws_route_table', 'AWS::EC2::RouteTable'], {}),
  {
    name: 'route',
    terraform: ['aws_route', node => ({ to: node.destination_cidr_block })],
    cloudFormation: [
      'AWS::EC2::Route',
      node => ({ to: node.DestinationCidrBlock }),
    ],
  },
  {
    name: 'routes of a subnet',
    terraform: ['aws_route_table_association', counted],
    cloudFormation: ['AWS::EC2::SubnetRouteTableAssociation', counted],
  },
  plainKind('endpoint', ['aws_vpc_endpoint', 'AWS::EC2::VPCEndpoint'], {
    service: ['service_name', 'ServiceName'],
    type: ['vpc_endpoint_type', 'VpcEndpointType'],
  }),
  plainKind('flow log', ['aws_flow_log', 'AWS::EC2::FlowLog'], {
    traffic: ['traffic_type', 'TrafficType'],
  }),
  plainKind(
    'security group',
    ['aws_security_group', 'AWS::EC2::SecurityGroup'],
    { name: ['name', 'GroupName'] },
  ),
  plainKind(
    'way in',
    ['aws_vpc_security_group_ingress_rule', 'AWS::EC2::SecurityGroupIngress'],
    {
      protocol: ['ip_protocol', 'IpProtocol'],
      from: ['from_port', 'FromPort'],
      to: ['to_port', 'ToPort'],
      addresses: ['cidr_ipv4', 'CidrIp'],
    },
  ),
  plainKind(
    'certificate',
    ['aws_acm_certificate', 'AWS::CertificateManager::Certificate'],
    {
      domain: ['domain_name', 'DomainName'],
      proof: ['validation_method', 'ValidationMethod'],
    },
  ),
  plainKind('zone', ['aws_route53_zone', 'AWS::Route53::HostedZone'], {
    name: ['name', 'Name'],
  }),
  {
    name: 'record',
    terraform: [
      'aws_route53_record',
      // CloudFormation itself sets the certificate's proof
      node =>
        node.type === 'CAA'
          ? { name: node.name, type: node.type, values: node.records }
          : [],
    ],
    cloudFormation: [
      'AWS::Route53::RecordSet',
      node => ({
        name: node.Name,
        type: node.Type,
        values: node.ResourceRecords,
      }),
    ],
  },
];
