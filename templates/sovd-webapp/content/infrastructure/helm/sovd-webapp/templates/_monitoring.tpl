{{/* Argument: {root, text}. Rules and dashboards are written for any namespace; a release asks for its own. */}}
{{- define "sovd-webapp.ownNamespace" -}}
{{- $namespace := .root.Release.Namespace -}}
{{- .text | replace "namespace=~\".+\"" (printf "namespace=\"%s\"" $namespace) | replace "namespace=~\\\".+\\\"" (printf "namespace=\\\"%s\\\"" $namespace) -}}
{{- end -}}

{{/* On each alert: where it comes from and who hears of it, for the routes of Alertmanager. */}}
{{- define "sovd-webapp.alertLabels" -}}
{{- $alerts := .Values.monitoring.alerts -}}
namespace: {{ .Release.Namespace | quote }}
application: {{ .Values.global.application | quote }}
environment: {{ .Values.global.environment | quote }}
tier: {{ .Values.global.tier | quote }}
{{- with $alerts.email }}
email: {{ . | quote }}
{{- end }}
{{- with $alerts.slackChannel }}
slack_channel: {{ . | quote }}
{{- end }}
{{- with $alerts.pager }}
pager: {{ . | quote }}
{{- end }}
{{- end -}}
