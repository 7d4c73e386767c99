data "aws_partition" "current" {}

locals {
  partition = data.aws_partition.current.partition

  # External Secrets can't be another account by EKS Pod Identity, only by that account's token: the
  # reader's role is taken by a token whatever the pods do.
  by_oidc = var.workload_identity == "irsa" ? toset(keys(local.workloads)) : toset(["secrets-reader"])

  # Who in the cluster takes which role. Those of kube-system belong to the cluster's owner.
  workloads = merge(
    {
      backend        = { namespace = var.namespace, service_account = "${var.name}-backend" }
      secrets-reader = { namespace = var.namespace, service_account = "sovd-webapp-secrets-reader" }
    },
    var.own_cluster ? {
      cluster-autoscaler       = { namespace = "kube-system", service_account = "cluster-autoscaler" }
      log-shipper              = { namespace = "kube-system", service_account = "aws-for-fluent-bit" }
      load-balancer-controller = { namespace = "kube-system", service_account = "aws-load-balancer-controller" }
      volume-driver            = { namespace = "kube-system", service_account = "ebs-csi-controller-sa" }
    } : {},
  )

  trust_by_oidc = { for key, workload in local.workloads : key => jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Federated = var.oidc_provider_arn }
      Action    = ["sts:AssumeRoleWithWebIdentity"]
      Condition = { StringEquals = {
        "${var.oidc_issuer}:aud" = "sts.amazonaws.com"
        "${var.oidc_issuer}:sub" = "system:serviceaccount:${workload.namespace}:${workload.service_account}"
      } }
    }]
  }) }

  trust_by_association = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "pods.eks.amazonaws.com" }
      Action    = ["sts:AssumeRole", "sts:TagSession"]
      Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
    }]
  })

  own_cluster_tag = { "aws:ResourceTag/elbv2.k8s.aws/cluster" = "false" }

  policies = {
    backend = [{
      Sid      = "ArchiveAuditLogs"
      Effect   = "Allow"
      Action   = ["s3:PutObject"]
      Resource = ["arn:${local.partition}:s3:::${var.logs_bucket}/audit/*"]
    }]

    secrets-reader = [{
      Sid      = "ReadSecretsOfTheEnvironment"
      Effect   = "Allow"
      Action   = ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"]
      Resource = values(var.secret_arns)
    }]

    # It writes where the environment keeps its logs and can't make other groups, which nobody would empty.
    log-shipper = [{
      Sid      = "WriteLogsOfTheEnvironment"
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
      Resource = [for arn in var.log_group_arns : "${arn}:*"]
    }]

    cluster-autoscaler = [
      {
        Sid    = "Look"
        Effect = "Allow"
        Action = [
          "autoscaling:DescribeAutoScalingGroups",
          "autoscaling:DescribeAutoScalingInstances",
          "autoscaling:DescribeLaunchConfigurations",
          "autoscaling:DescribeScalingActivities",
          "autoscaling:DescribeTags",
          "ec2:DescribeImages",
          "ec2:DescribeInstanceTypes",
          "ec2:DescribeLaunchTemplateVersions",
          "ec2:GetInstanceTypesFromInstanceRequirements",
          "eks:DescribeNodegroup",
        ]
        Resource = ["*"]
      },
      {
        Sid       = "ScaleNodesOfTheCluster"
        Effect    = "Allow"
        Action    = ["autoscaling:SetDesiredCapacity", "autoscaling:TerminateInstanceInAutoScalingGroup"]
        Resource  = ["*"]
        Condition = { StringEquals = { "aws:ResourceTag/k8s.io/cluster-autoscaler/${var.cluster_name}" = "owned" } }
      },
    ]

    # Reads widely; changes only what carries the controller's tag.
    load-balancer-controller = [
      {
        Sid    = "Look"
        Effect = "Allow"
        Action = [
          "acm:DescribeCertificate",
          "acm:ListCertificates",
          "ec2:Describe*",
          "ec2:GetCoipPoolUsage",
          "ec2:GetSecurityGroupsForVpc",
          "elasticloadbalancing:Describe*",
          "shield:GetSubscriptionState",
          "wafv2:GetWebACL",
          "wafv2:GetWebACLForResource",
        ]
        Resource = ["*"]
      },
      {
        Sid       = "UseItsServiceRole"
        Effect    = "Allow"
        Action    = ["iam:CreateServiceLinkedRole"]
        Resource  = ["*"]
        Condition = { StringEquals = { "iam:AWSServiceName" = "elasticloadbalancing.amazonaws.com" } }
      },
      {
        Sid    = "OpenPorts"
        Effect = "Allow"
        Action = [
          "ec2:AuthorizeSecurityGroupIngress",
          "ec2:CreateSecurityGroup",
          "ec2:RevokeSecurityGroupIngress",
        ]
        Resource = ["*"]
      },
      {
        Sid       = "TagNewGroups"
        Effect    = "Allow"
        Action    = ["ec2:CreateTags"]
        Resource  = ["arn:${local.partition}:ec2:*:*:security-group/*"]
        Condition = { Null = { "aws:RequestTag/elbv2.k8s.aws/cluster" = "false" } }
      },
      {
        Sid       = "ChangeItsGroups"
        Effect    = "Allow"
        Action    = ["ec2:CreateTags", "ec2:DeleteTags", "ec2:DeleteSecurityGroup"]
        Resource  = ["arn:${local.partition}:ec2:*:*:security-group/*"]
        Condition = { Null = local.own_cluster_tag }
      },
      {
        Sid       = "CreateLoadBalancers"
        Effect    = "Allow"
        Action    = ["elasticloadbalancing:CreateLoadBalancer", "elasticloadbalancing:CreateTargetGroup"]
        Resource  = ["*"]
        Condition = { Null = { "aws:RequestTag/elbv2.k8s.aws/cluster" = "false" } }
      },
      {
        Sid    = "RouteRequests"
        Effect = "Allow"
        Action = [
          "elasticloadbalancing:AddListenerCertificates",
          "elasticloadbalancing:CreateListener",
          "elasticloadbalancing:CreateRule",
          "elasticloadbalancing:DeleteListener",
          "elasticloadbalancing:DeleteRule",
          "elasticloadbalancing:ModifyListener",
          "elasticloadbalancing:ModifyRule",
          "elasticloadbalancing:RemoveListenerCertificates",
          "elasticloadbalancing:SetRulePriorities",
          "elasticloadbalancing:SetWebAcl",
          "wafv2:AssociateWebACL",
          "wafv2:DisassociateWebACL",
        ]
        Resource = ["*"]
      },
      {
        Sid       = "TagWhatItCreates"
        Effect    = "Allow"
        Action    = ["elasticloadbalancing:AddTags"]
        Resource  = ["*"]
        Condition = { Null = { "elasticloadbalancing:CreateAction" = "false" } }
      },
      {
        Sid    = "ChangeItsLoadBalancers"
        Effect = "Allow"
        Action = [
          "elasticloadbalancing:AddTags",
          "elasticloadbalancing:DeleteLoadBalancer",
          "elasticloadbalancing:DeleteTargetGroup",
          "elasticloadbalancing:DeregisterTargets",
          "elasticloadbalancing:ModifyLoadBalancerAttributes",
          "elasticloadbalancing:ModifyTargetGroup",
          "elasticloadbalancing:ModifyTargetGroupAttributes",
          "elasticloadbalancing:RegisterTargets",
          "elasticloadbalancing:RemoveTags",
          "elasticloadbalancing:SetIpAddressType",
          "elasticloadbalancing:SetSecurityGroups",
          "elasticloadbalancing:SetSubnets",
        ]
        Resource  = ["*"]
        Condition = { Null = local.own_cluster_tag }
      },
    ]
  }

  deploys = var.github_repository != ""
  github  = "token.actions.githubusercontent.com"

  # The address of the domain and nothing else of its zone, whose owner may have more in it.
  point_the_domain = [
    {
      Sid      = "PointTheDomainAtTheLoadBalancer"
      Effect   = "Allow"
      Action   = ["route53:ChangeResourceRecordSets"]
      Resource = ["arn:${local.partition}:route53:::hostedzone/${var.hosted_zone_id}"]
      Condition = { "ForAllValues:StringEquals" = {
        "route53:ChangeResourceRecordSetsNormalizedRecordNames" = [var.domain]
        "route53:ChangeResourceRecordSetsRecordTypes"           = ["A"]
      } }
    },
    {
      Sid      = "LookAtTheRecord"
      Effect   = "Allow"
      Action   = ["route53:ListResourceRecordSets"]
      Resource = ["arn:${local.partition}:route53:::hostedzone/${var.hosted_zone_id}"]
    },
    {
      Sid      = "FindTheLoadBalancer"
      Effect   = "Allow"
      Action   = ["elasticloadbalancing:DescribeLoadBalancers", "route53:GetChange"]
      Resource = ["*"]
    },
  ]
}

resource "aws_iam_role" "workload" {
  for_each = local.workloads

  name               = "${var.name}-${each.key}"
  description        = "Pods of ${each.value.namespace}/${each.value.service_account}"
  assume_role_policy = contains(local.by_oidc, each.key) ? local.trust_by_oidc[each.key] : local.trust_by_association
}

resource "aws_iam_role_policy" "workload" {
  for_each = { for key, statements in local.policies : key => statements if contains(keys(local.workloads), key) }

  name = each.key
  role = aws_iam_role.workload[each.key].id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = each.value
  })
}

resource "aws_iam_role_policy_attachment" "volume_driver" {
  count = var.own_cluster ? 1 : 0

  role       = aws_iam_role.workload["volume-driver"].name
  policy_arn = "arn:${local.partition}:iam::aws:policy/service-role/AmazonEBSCSIDriverPolicy"
}

resource "aws_eks_pod_identity_association" "workload" {
  for_each = { for key, workload in local.workloads : key => workload if !contains(local.by_oidc, key) }

  cluster_name    = var.cluster_name
  namespace       = each.value.namespace
  service_account = each.value.service_account
  role_arn        = aws_iam_role.workload[each.key].arn
}

# The pipeline's role: of this repository, and only in jobs of this environment.
resource "aws_iam_role" "deploy" {
  count = local.deploys ? 1 : 0

  name                 = "${var.name}-deploy"
  description          = "Pipeline of ${var.github_repository}"
  max_session_duration = 7200 # a canary may take an hour, and going back comes after it
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Federated = "arn:${local.partition}:iam::${var.account_id}:oidc-provider/${local.github}" }
      Action    = "sts:AssumeRoleWithWebIdentity"
      Condition = { StringEquals = {
        "${local.github}:aud" = "sts.amazonaws.com"
        "${local.github}:sub" = "repo:${var.github_repository}:environment:${var.github_environment}"
      } }
    }]
  })
}

resource "aws_iam_role_policy" "deploy" {
  count = local.deploys ? 1 : 0

  name = "deploy"
  role = aws_iam_role.deploy[0].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat([
      {
        Sid      = "LogInToTheRegistry"
        Effect   = "Allow"
        Action   = ["ecr:GetAuthorizationToken"]
        Resource = ["*"]
      },
      {
        Sid    = "PushAndPullImages"
        Effect = "Allow"
        Action = [
          "ecr:BatchCheckLayerAvailability",
          "ecr:BatchGetImage",
          "ecr:CompleteLayerUpload",
          "ecr:DescribeImages",
          "ecr:GetDownloadUrlForLayer",
          "ecr:InitiateLayerUpload",
          "ecr:PutImage",
          "ecr:UploadLayerPart",
        ]
        Resource = var.repository_arns
      },
      {
        Sid      = "ReachTheCluster"
        Effect   = "Allow"
        Action   = ["eks:DescribeCluster"]
        Resource = ["arn:${local.partition}:eks:${var.region}:${var.account_id}:cluster/${var.cluster_name}"]
      },
      {
        Sid      = "KeepDumps"
        Effect   = "Allow"
        Action   = ["s3:PutObject", "s3:GetObject"]
        Resource = ["arn:${local.partition}:s3:::${var.backups_bucket}/dumps/*"]
      },
    ], [for statement in local.point_the_domain : statement if var.hosted_zone_id != ""])
  })
}
