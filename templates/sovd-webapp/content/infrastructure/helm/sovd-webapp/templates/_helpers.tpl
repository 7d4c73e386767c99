{{/* Base of all names. Room is left for the longest suffix, -migration with the pods' random ends. */}}
{{- define "sovd-webapp.fullname" -}}
{{- default .Release.Name .Values.fullnameOverride | trunc 40 | trimSuffix "-" -}}
{{- end -}}

{{- define "sovd-webapp.serviceAccountName" -}}
{{- if .Values.serviceAccount.create -}}
{{- printf "%s-backend" (include "sovd-webapp.fullname" .) -}}
{{- else -}}
{{- default "default" .Values.serviceAccount.name -}}
{{- end -}}
{{- end -}}

{{/* repository:tag@digest. The digest decides, the tag is for people. */}}
{{- define "sovd-webapp.backend.image" -}}
{{- $image := .Values.backend.image -}}
{{- $tag := default .Chart.AppVersion $image.tag -}}
{{- printf "%s:%s%s" $image.repository $tag (ternary (printf "@%s" $image.digest) "" (ne $image.digest "")) -}}
{{- end -}}

{{/* Version for people and for the label: at most 63 characters, and no other end than a letter or digit. */}}
{{- define "sovd-webapp.version" -}}
{{- default .Chart.AppVersion .Values.backend.image.tag | trunc 63 | trimAll "-_." -}}
{{- end -}}

{{/* Argument: {root, component}. What selects pods; it can't change in a release's life. */}}
{{- define "sovd-webapp.selectorLabels" -}}
app.kubernetes.io/name: {{ .root.Chart.Name }}
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

{{/* On each workload: whoever watches it knows the revision without reading Helm's Secrets. */}}
{{- define "sovd-webapp.revisionAnnotation" -}}
sovd.io/helm-revision: {{ .Release.Revision | quote }}
{{- end -}}
