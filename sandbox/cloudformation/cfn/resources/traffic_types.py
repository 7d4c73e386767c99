"""Messages, load balancing, certificates: types that need no handler of their own."""

from ..model import Properties
from .api import Api
from .handler import Context, Handler
from .recorded import Recorded


class Certificate(Api):
    """moto leaves it PENDING_VALIDATION; AWS would wait for DNS. The engine doesn't wait."""

    def create(self, context: Context, properties: Properties) -> str:
        # where CloudFormation itself writes the record; the service knows another option of this name
        asked = {name: value for name, value in properties.items() if name != "DomainValidationOptions"}
        return super().create(context, asked)


HANDLERS: dict[str, Handler] = {
    "AWS::SNS::Topic": Api(
        "sns",
        "CreateTopic",
        "TopicArn",
        "TopicArn",
        "DeleteTopic",
        gets={"TopicArn": "id"},
        rename={"TopicName": "Name"},
        name_property="TopicName",
    ),
    "AWS::SQS::Queue": Api(
        "sqs",
        "CreateQueue",
        "QueueUrl",
        "QueueUrl",
        "DeleteQueue",
        "",
        "GetQueueAttributes",
        "Attributes",
        {"Arn": "live.QueueArn", "QueueUrl": "id"},
        select=lambda c, i, p: {"QueueUrl": i, "AttributeNames": ["All"]},
        name_property="QueueName",
    ),
    "AWS::ElasticLoadBalancingV2::LoadBalancer": Api(
        "elbv2",
        "CreateLoadBalancer",
        "LoadBalancers[0].LoadBalancerArn",
        "LoadBalancerArn",
        "DeleteLoadBalancer",
        "",
        "DescribeLoadBalancers",
        "LoadBalancers[0]",
        {"LoadBalancerArn": "id", "DNSName": "live.DNSName", "CanonicalHostedZoneID": "live.CanonicalHostedZoneId"},
        name_limit=32,
        name_property="Name",
    ),
    "AWS::ElasticLoadBalancingV2::TargetGroup": Api(
        "elbv2",
        "CreateTargetGroup",
        "TargetGroups[0].TargetGroupArn",
        "TargetGroupArn",
        "DeleteTargetGroup",
        gets={"TargetGroupArn": "id"},
        name_limit=32,
        name_property="Name",
    ),
    "AWS::ElasticLoadBalancingV2::Listener": Api(
        "elbv2",
        "CreateListener",
        "Listeners[0].ListenerArn",
        "ListenerArn",
        "DeleteListener",
        gets={"ListenerArn": "id"},
    ),
    "AWS::CertificateManager::Certificate": Certificate(
        "acm", "RequestCertificate", "CertificateArn", "CertificateArn", "DeleteCertificate"
    ),
    "AWS::CloudFormation::WaitConditionHandle": Recorded("-"),
}
