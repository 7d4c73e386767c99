{{/* Argument: {cidrs, ports}. To or from address blocks at TCP ports; without ports at all of them. */}}
{{- define "sovd-webapp.peerBlocks" -}}
{{- range .cidrs }}
- ipBlock:
    cidr: {{ . }}
{{- end }}
{{- end -}}

{{/* Argument: {root, components}. Pods of this release. */}}
{{- define "sovd-webapp.peerPods" -}}
{{- range .components }}
- podSelector:
    matchLabels:
      {{- include "sovd-webapp.selectorLabels" (dict "root" $.root "component" .) | nindent 6 }}
{{- end }}
{{- end -}}

{{/* Argument: a port, or several. */}}
{{- define "sovd-webapp.tcpPorts" -}}
{{- range . }}
- protocol: TCP
  port: {{ . }}
{{- end }}
{{- end -}}

{{/* Names are looked up by every pod. */}}
{{- define "sovd-webapp.dnsEgress" -}}
- to:
    - namespaceSelector:
        matchLabels:
          kubernetes.io/metadata.name: kube-system
  ports:
    - protocol: UDP
      port: 53
    - protocol: TCP
      port: 53
{{- end -}}

{{/* The database, for backend and migration. */}}
{{- define "sovd-webapp.databaseEgress" -}}
- to:
    {{- include "sovd-webapp.peerBlocks" (dict "cidrs" (default (list .Values.networkPolicy.vpcCidr) .Values.networkPolicy.databaseCidrs)) | nindent 4 }}
  ports:
    {{- include "sovd-webapp.tcpPorts" (list (int .Values.config.database.port)) | nindent 4 }}
{{- end -}}

{{/* Who may talk to whom: ingress and egress by component. Only ports of pods count, not those of Services. */}}
{{- define "sovd-webapp.networkRules" -}}
{{- $policy := .Values.networkPolicy -}}
backend:
  ingress:
    - from:
        {{- include "sovd-webapp.peerBlocks" (dict "cidrs" (list $policy.vpcCidr)) | nindent 8 }}
        {{- include "sovd-webapp.peerPods" (dict "root" . "components" (list "frontend" "test")) | nindent 8 }}
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: {{ $policy.monitoringNamespace }}
      ports:
        {{- include "sovd-webapp.tcpPorts" (list .Values.backend.containerPort) | nindent 8 }}
  egress:
    {{- include "sovd-webapp.dnsEgress" . | nindent 4 }}
    {{- include "sovd-webapp.databaseEgress" . | nindent 4 }}
    - to:
        {{- include "sovd-webapp.peerBlocks" (dict "cidrs" (default (list $policy.vpcCidr) $policy.redisCidrs)) | nindent 8 }}
      ports:
        {{- include "sovd-webapp.tcpPorts" (list (int .Values.config.redis.port)) | nindent 8 }}
    {{- if .Values.vehicleConnector.enabled }}
    - to:
        {{- include "sovd-webapp.peerPods" (dict "root" . "components" (list "vehicle-connector")) | nindent 8 }}
      ports:
        {{- include "sovd-webapp.tcpPorts" (list .Values.vehicleConnector.containerPort) | nindent 8 }}
    {{- else if $policy.vehicleCidrs }}
    - to:
        {{- include "sovd-webapp.peerBlocks" (dict "cidrs" $policy.vehicleCidrs) | nindent 8 }}
    {{- end }}
    {{- if .Values.config.tracing.enabled }}
    - ports:
        {{- include "sovd-webapp.tcpPorts" (list 4317 4318) | nindent 8 }}
    {{- end }}
frontend:
  ingress:
    - from:
        {{- include "sovd-webapp.peerBlocks" (dict "cidrs" (list $policy.vpcCidr)) | nindent 8 }}
        {{- include "sovd-webapp.peerPods" (dict "root" . "components" (list "test")) | nindent 8 }}
      ports:
        {{- include "sovd-webapp.tcpPorts" (list .Values.frontend.containerPort) | nindent 8 }}
  egress:
    {{- include "sovd-webapp.dnsEgress" . | nindent 4 }}
    - to:
        {{- include "sovd-webapp.peerPods" (dict "root" . "components" (list "backend")) | nindent 8 }}
      ports:
        {{- include "sovd-webapp.tcpPorts" (list .Values.backend.containerPort) | nindent 8 }}
migration:
  egress:
    {{- include "sovd-webapp.dnsEgress" . | nindent 4 }}
    {{- include "sovd-webapp.databaseEgress" . | nindent 4 }}
test:
  egress:
    {{- include "sovd-webapp.dnsEgress" . | nindent 4 }}
    - to:
        {{- include "sovd-webapp.peerPods" (dict "root" . "components" (list "backend" "frontend")) | nindent 8 }}
{{- if .Values.vehicleConnector.enabled }}
vehicle-connector:
  ingress:
    - from:
        {{- include "sovd-webapp.peerPods" (dict "root" . "components" (list "backend")) | nindent 8 }}
      ports:
        {{- include "sovd-webapp.tcpPorts" (list .Values.vehicleConnector.containerPort) | nindent 8 }}
    - from:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: {{ $policy.monitoringNamespace }}
      ports:
        {{- include "sovd-webapp.tcpPorts" (list .Values.vehicleConnector.metricsPort) | nindent 8 }}
  egress:
    {{- include "sovd-webapp.dnsEgress" . | nindent 4 }}
    {{- if $policy.vehicleCidrs }}
    - to:
        {{- include "sovd-webapp.peerBlocks" (dict "cidrs" $policy.vehicleCidrs) | nindent 8 }}
    {{- end }}
{{- end }}
{{- end -}}
