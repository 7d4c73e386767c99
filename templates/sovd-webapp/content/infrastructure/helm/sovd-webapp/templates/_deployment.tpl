{{/* Argument: {root, component, values}. */}}
{{- define "sovd-webapp.deployment" -}}
{{- $name := printf "%s-deployment" .component -}}
{{- $live := dict "root" .root "apiVersion" "apps/v1" "kind" "Deployment" "name" $name "values" .values -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ $name }}
  namespace: {{ .root.Release.Namespace }}
  labels:
    {{- include "sovd-webapp.labels" . | nindent 4 }}
  annotations:
    {{- include "sovd-webapp.revisionAnnotation" .root | nindent 4 }}
spec:
  {{- with include "sovd-webapp.replicas" $live }}
  {{ . }}
  {{- end }}
  revisionHistoryLimit: 5
  progressDeadlineSeconds: {{ .root.Values.deployment.progressDeadlineSeconds }}
  strategy:
    {{- toYaml .root.Values.deployment.strategy | nindent 4 }}
  selector:
    matchLabels:
      {{- include "sovd-webapp.selectorLabels" . | nindent 6 }}
  template:
    {{- include "sovd-webapp.podTemplate" . | nindent 4 }}
{{- end -}}
