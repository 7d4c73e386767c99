"""Logs, alarms, DNS, budgets, parameters, type by type."""

from .api import Api
from .handler import Handler
from .operations import Budget, HostedZone, RecordSet, retention

_ALARM = (
    "PutMetricAlarm",
    "=AlarmName",
    "AlarmName",
    "DeleteAlarms",
    "PutMetricAlarm",
    "DescribeAlarms",
    "MetricAlarms[0]",
)

HANDLERS: dict[str, Handler] = {
    "AWS::Logs::LogGroup": Api(
        "logs",
        "CreateLogGroup",
        "=LogGroupName",
        "logGroupName",
        "DeleteLogGroup",
        "",
        "DescribeLogGroups",
        "logGroups[0]",
        {"Arn": "live.arn"},
        {"RetentionInDays": "retentionInDays"},
        name_limit=512,
        configure=retention,
        select=lambda c, i, p: {"logGroupName": i, "logGroupNamePrefix": i},
    ),
    "AWS::CloudWatch::Alarm": Api(
        "cloudwatch",
        *_ALARM,
        {"Arn": "live.AlarmArn"},
        {"Threshold": "Threshold", "EvaluationPeriods": "EvaluationPeriods"},
        name_limit=255,
        select=lambda c, i, p: {"AlarmName": i, "AlarmNames": [i]},
    ),
    "AWS::CloudWatch::Dashboard": Api(
        "cloudwatch",
        "PutDashboard",
        "=DashboardName",
        "DashboardName",
        "DeleteDashboards",
        "PutDashboard",
        select=lambda c, i, p: {"DashboardName": i, "DashboardNames": [i]},
    ),
    "AWS::Route53::HostedZone": HostedZone(
        "route53",
        "CreateHostedZone",
        "HostedZone.Id",
        "Id",
        "DeleteHostedZone",
        "",
        "GetHostedZone",
        "@",
        {"Id": "id", "NameServers": "live.DelegationSet.NameServers"},
    ),
    "AWS::Route53::RecordSet": RecordSet(),
    "AWS::Budgets::Budget": Budget(),
    "AWS::SSM::Parameter": Api(
        "ssm",
        "PutParameter",
        "=Name",
        "Name",
        "DeleteParameter",
        "PutParameter",
        "GetParameter",
        "Parameter",
        {"Value": "live.Value", "Type": "live.Type"},
        {"Value": "Value"},
        fixed={"Overwrite": True},
    ),
}
