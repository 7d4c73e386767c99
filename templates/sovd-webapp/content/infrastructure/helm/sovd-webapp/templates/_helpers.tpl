{{/* Value of the label app.kubernetes.io/name. */}}
{{- define "sovd-webapp.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 53 | trimSuffix "-" -}}
{{- end -}}

{{/* Base of all names; a rule says when it is too long for the longest suffix. */}}
{{- define "sovd-webapp.fullname" -}}
{{- default .Release.Name .Values.fullnameOverride | trunc 40 | trimSuffix "-" -}}
{{- end -}}

{{/* Account of backend and connector; the frontend has no use for one. */}}
{{- define "sovd-webapp.serviceAccountName" -}}
{{- if .Values.serviceAccount.create -}}
{{- default (printf "%s-backend" (include "sovd-webapp.fullname" .)) .Values.serviceAccount.name -}}
{{- else -}}
{{- default "default" .Values.serviceAccount.name -}}
{{- end -}}
{{- end -}}

{{/* Secret that the pods and the migration read, whoever made it. */}}
{{- define "sovd-webapp.secretName" -}}
{{- default (printf "%s-secrets" (include "sovd-webapp.fullname" .)) .Values.secrets.existingSecretName -}}
{{- end -}}

{{/* Argument: {root, image}. repository:tag@digest. The digest decides, the tag is for people. */}}
{{- define "sovd-webapp.image" -}}
{{- $tag := default .root.Chart.AppVersion .image.tag -}}
{{- printf "%s:%s%s" .image.repository $tag (ternary (printf "@%s" .image.digest) "" (ne .image.digest "")) -}}
{{- end -}}

{{/* What backend and migration run. */}}
{{- define "sovd-webapp.backend.image" -}}
{{- include "sovd-webapp.image" (dict "root" . "image" .Values.backend.image) -}}
{{- end -}}

{{/* What the frontend runs. */}}
{{- define "sovd-webapp.frontend.image" -}}
{{- include "sovd-webapp.image" (dict "root" . "image" .Values.frontend.image) -}}
{{- end -}}

{{/* The backend's image unless another one is given: the connector is another command of the same code. */}}
{{- define "sovd-webapp.vehicle-connector.image" -}}
{{- $own := .Values.vehicleConnector.image -}}
{{- include "sovd-webapp.image" (dict "root" . "image" (ternary $own .Values.backend.image (ne $own.repository ""))) -}}
{{- end -}}

{{/* Version for people and for the label: at most 63 characters, and no other end than a letter or digit. */}}
{{- define "sovd-webapp.version" -}}
{{- default .Chart.AppVersion .Values.backend.image.tag | trunc 63 | trimAll "-_." -}}
{{- end -}}

{{/* Argument: {root, component}. What selects pods; it can't change in a release's life. */}}
{{- define "sovd-webapp.selectorLabels" -}}
app.kubernetes.io/name: {{ include "sovd-webapp.name" .root }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end -}}

{{/* Argument: {root, component}. */}}
{{- define "sovd-webapp.podLabels" -}}
{{ include "sovd-webapp.selectorLabels" . }}
app.kubernetes.io/part-of: sovd-webapp
app.kubernetes.io/version: {{ include "sovd-webapp.version" .root | quote }}
backstage.io/kubernetes-id: {{ .root.Values.global.application }}
{{- end -}}

{{/* Argument: {root, component}. The chart's version isn't on pods: a new one alone needs no restart. */}}
{{- define "sovd-webapp.labels" -}}
{{ include "sovd-webapp.podLabels" . }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{- end -}}

{{/* Labels of what belongs to no workload alone. */}}
{{- define "sovd-webapp.backend.labels" -}}
{{ include "sovd-webapp.labels" (dict "root" . "component" "backend") }}
{{- end -}}

{{/* On each workload: whoever watches it knows the revision without reading Helm's Secrets. */}}
{{- define "sovd-webapp.revisionAnnotation" -}}
sovd.io/helm-revision: {{ .Release.Revision | quote }}
{{- end -}}

{{/* Not empty where Helm talks to a cluster: `helm template` looks nothing up, and a list exists even without items. */}}
{{- define "sovd-webapp.onCluster" -}}
{{- with lookup "v1" "Service" .Release.Namespace "" -}}
yes
{{- end -}}
{{- end -}}
