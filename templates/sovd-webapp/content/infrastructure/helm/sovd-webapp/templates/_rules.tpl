{{/* Rules over several values, in words; what concerns one value stands in values.schema.json. */}}
{{- define "sovd-webapp.rules" -}}
{{- include "sovd-webapp.rules.names" . -}}
{{- include "sovd-webapp.rules.images" . -}}
{{- include "sovd-webapp.rules.secrets" . -}}
{{- include "sovd-webapp.rules.rollout" . -}}
{{- include "sovd-webapp.rules.connections" . -}}
{{- include "sovd-webapp.rules.ingress" . -}}
{{- include "sovd-webapp.rules.cluster" . -}}
{{- end -}}

{{/* The release is where it is meant to be, and its names fit. */}}
{{- define "sovd-webapp.rules.names" -}}
{{- if and .Values.global.namespace (ne .Values.global.namespace .Release.Namespace) -}}
{{- fail (printf "global.namespace is %q, but the release goes to %q: give the right one with -n, or leave the value empty." .Values.global.namespace .Release.Namespace) -}}
{{- end -}}
{{- if gt (len (default .Release.Name .Values.fullnameOverride)) 40 -}}
{{- fail (printf "The name %q has more than 40 characters: give a shorter release name or fullnameOverride." (default .Release.Name .Values.fullnameOverride)) -}}
{{- end -}}
{{- end -}}

{{/* Outside development everybody must be able to say what runs. */}}
{{- define "sovd-webapp.rules.images" -}}
{{- $tier := .Values.global.tier -}}
{{- range $workload := list "backend" "frontend" "vehicleConnector" -}}
{{- $image := (get $.Values $workload).image -}}
{{- if and (ne $tier "development") $image.repository -}}
{{- if and (eq $image.tag "latest") (eq $image.digest "") -}}
{{- fail (printf "%s.image.tag is \"latest\" in the tier %q: nobody could say what runs. Give the tag of a version, or a digest." $workload $tier) -}}
{{- end -}}
{{- if hasPrefix "YOUR_ECR_REGISTRY/" $image.repository -}}
{{- fail (printf "%s.image.repository is the placeholder %q: give the repository that holds the image." $workload $image.repository) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* Outside development nobody can guess a secret, and every key that is read is there. */}}
{{- define "sovd-webapp.rules.secrets" -}}
{{- $tier := .Values.global.tier -}}
{{- if and (ne $tier "development") (eq .Values.secrets.mode "placeholder") -}}
{{- fail (printf "secrets.mode is \"placeholder\" in the tier %q: anybody could guess the passwords. Set it to \"existing\" or \"externalSecret\"." $tier) -}}
{{- end -}}
{{- if and .Values.secrets.useDatabaseUrlKey (eq .Values.secrets.mode "placeholder") -}}
{{- fail "secrets.useDatabaseUrlKey is true, but the placeholder Secret has no key database-url. Set secrets.mode to \"existing\" or \"externalSecret\"." -}}
{{- end -}}
{{- end -}}

{{/* A rollout that can move, and pods that may end in peace. */}}
{{- define "sovd-webapp.rules.rollout" -}}
{{- range $workload := list "backend" "frontend" "vehicleConnector" -}}
{{- $values := get $.Values $workload -}}
{{- $least := add (int $values.preStopSeconds) 30 | int -}}
{{- if lt (int $values.terminationGracePeriodSeconds) $least -}}
{{- fail (printf "%s.terminationGracePeriodSeconds is %d: it must be at least preStopSeconds + 30 = %d, or open requests are cut off." $workload (int $values.terminationGracePeriodSeconds) $least) -}}
{{- end -}}
{{- end -}}
{{- with .Values.deployment.strategy.rollingUpdate -}}
{{- if and (eq (int .maxSurge) 0) (eq (int .maxUnavailable) 0) -}}
{{- fail "deployment.strategy.rollingUpdate has maxSurge 0 and maxUnavailable 0: no pod could ever be replaced. Set maxSurge to 1." -}}
{{- end -}}
{{- end -}}
{{- range $name, $bounds := dict "hpa" .Values.hpa "hpa.frontend" .Values.hpa.frontend "hpa.vehicleConnector" .Values.hpa.vehicleConnector -}}
{{- if gt (int $bounds.minReplicas) (int $bounds.maxReplicas) -}}
{{- fail (printf "%s.minReplicas is %d, more than maxReplicas %d." $name (int $bounds.minReplicas) (int $bounds.maxReplicas)) -}}
{{- end -}}
{{- end -}}
{{- if eq .Values.rollout.strategy "canary" -}}
{{- if not (and .Values.ingress.enabled (eq .Values.ingress.className "alb")) -}}
{{- fail "rollout.strategy is \"canary\", which moves the traffic of an ALB: set ingress.enabled to true and ingress.className to \"alb\"." -}}
{{- end -}}
{{- $before := 0 -}}
{{- range .Values.rollout.canary.steps -}}
{{- if le (int .weight) $before -}}
{{- fail (printf "rollout.canary.steps: weight %d follows %d, but each step must have more traffic than the one before." (int .weight) $before) -}}
{{- end -}}
{{- $before = int .weight -}}
{{- end -}}
{{- if ne $before 100 -}}
{{- fail (printf "rollout.canary.steps end at weight %d: the last must be 100." $before) -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* The most pods at one time: with an autoscaler its maximum, and those that a rollout adds. */}}
{{- define "sovd-webapp.mostPods" -}}
{{- $pods := ternary (int .Values.hpa.maxReplicas) (int .Values.backend.replicaCount) .Values.hpa.enabled -}}
{{- if eq .Values.rollout.strategy "canary" -}}
{{- add $pods (div (add $pods 1) 2) -}}
{{- else -}}
{{- add $pods (int .Values.deployment.strategy.rollingUpdate.maxSurge) -}}
{{- end -}}
{{- end -}}

{{/* Each pod takes its connections; 20 are left for migrations and people, and a fifth of the server's is not planned for. */}}
{{- define "sovd-webapp.rules.connections" -}}
{{- $database := .Values.config.database -}}
{{- $pods := include "sovd-webapp.mostPods" . | int -}}
{{- $perPod := mul (int .Values.backend.workers) (add (int $database.poolSize) (int $database.maxOverflow)) | int -}}
{{- $wanted := add (mul $pods $perPod) 20 | int -}}
{{- $usable := div (mul (int $database.maxConnections) 8) 10 | int -}}
{{- if gt $wanted $usable -}}
{{- fail (printf "%d pods with %d connections each and 20 more are %d, but only %d of config.database.maxConnections %d are planned for: allow fewer pods (hpa.maxReplicas), a smaller config.database.poolSize and maxOverflow, or take a larger database." $pods $perPod $wanted $usable (int $database.maxConnections)) -}}
{{- end -}}
{{- end -}}

{{/* An ALB of staging and production has a certificate. */}}
{{- define "sovd-webapp.rules.ingress" -}}
{{- $ingress := .Values.ingress -}}
{{- if and $ingress.enabled (eq $ingress.className "alb") (ne .Values.global.tier "development") -}}
{{- $arn := default "" (get $ingress.annotations "alb.ingress.kubernetes.io/certificate-arn") -}}
{{- if not (or $ingress.certificateDiscovery (regexMatch "^arn:aws[a-z-]*:acm:" $arn)) -}}
{{- fail (printf "ingress.annotations has no alb.ingress.kubernetes.io/certificate-arn of ACM in the tier %q: give it, or set ingress.certificateDiscovery to true where ACM has a certificate of the host." .Values.global.tier) -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* What only a cluster can answer; `helm template` asks nobody. */}}
{{- define "sovd-webapp.rules.cluster" -}}
{{- if include "sovd-webapp.onCluster" . -}}
{{- if and .Values.bootstrapCheck.enabled (eq .Values.secrets.mode "existing") -}}
{{- if not (lookup "v1" "Secret" .Release.Namespace (include "sovd-webapp.secretName" .)) -}}
{{- fail (printf "There is no Secret %q in %q: apply infrastructure/k8s/bootstrap of this environment first, and wait until its ExternalSecret is ready." (include "sovd-webapp.secretName" .) .Release.Namespace) -}}
{{- end -}}
{{- end -}}
{{- if and (or .Values.monitoring.serviceMonitor.enabled .Values.monitoring.prometheusRule.enabled) (not (.Capabilities.APIVersions.Has "monitoring.coreos.com/v1")) -}}
{{- fail "monitoring is enabled, but the cluster doesn't know monitoring.coreos.com/v1: install the Prometheus operator, or set monitoring.serviceMonitor.enabled and monitoring.prometheusRule.enabled to false." -}}
{{- end -}}
{{- end -}}
{{- end -}}
