{{/* Argument: the user's id. What the Pod Security Standard "restricted" asks for, and no more rights than that. */}}
{{- define "sovd-webapp.podSecurityContext" -}}
runAsNonRoot: true
runAsUser: {{ . }}
runAsGroup: {{ . }}
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{/* The same for a container; what it must write goes to /tmp. */}}
{{- define "sovd-webapp.containerSecurityContext" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop:
    - ALL
{{- end -}}

{{/* Argument: {root, values}. Where pods may run and how their images are pulled; the migration shares it with the backend. */}}
{{- define "sovd-webapp.podPlacement" -}}
{{- with .root.Values.global.imagePullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . | quote }}
  {{- end }}
{{- end }}
{{- with .values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{/* Argument: {root, component}. Over zones and nodes, as even as can be; it never keeps a pod from running. */}}
{{- define "sovd-webapp.topologySpread" -}}
topologySpreadConstraints:
  {{- range list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
  - maxSkew: 1
    topologyKey: {{ . }}
    whenUnsatisfiable: ScheduleAnyway
    # Counts the pods of one version only, so that a rollout ends evenly spread.
    matchLabelKeys:
      - pod-template-hash
    labelSelector:
      matchLabels:
        {{- include "sovd-webapp.selectorLabels" $ | nindent 8 }}
  {{- end }}
{{- end -}}

{{/* Argument: {kind, component, values}. How a workload is asked whether it lives, is ready, has started. */}}
{{- define "sovd-webapp.probe" -}}
{{- if eq .component "vehicle-connector" -}}
grpc:
  port: {{ .values.containerPort }}
{{- else -}}
{{- $path := ternary "/health/ready" "/health/live" (eq .kind "readiness") -}}
httpGet:
  path: {{ ternary "/health" $path (eq .component "frontend") }}
  port: http
{{- end }}
{{ toYaml (get .values.probes .kind) }}
{{- end -}}

{{/* Argument: {root, component, values}. The pods of one workload: Deployment and Rollout have the same. */}}
{{- define "sovd-webapp.podTemplate" -}}
{{- $frontend := eq .component "frontend" -}}
{{- $arguments := . -}}
metadata:
  labels:
    {{- include "sovd-webapp.podLabels" . | nindent 4 }}
  {{- if or (not $frontend) .values.podAnnotations }}
  annotations:
    {{- if not $frontend }}
    # Environment variables are read once: a changed ConfigMap must restart the pods.
    checksum/config: {{ include "sovd-webapp.config" .root | sha256sum }}
    {{- end }}
    {{- with .values.podAnnotations }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- end }}
spec:
  {{- if $frontend }}
  automountServiceAccountToken: false
  {{- else }}
  serviceAccountName: {{ include "sovd-webapp.serviceAccountName" .root | quote }}
  automountServiceAccountToken: {{ .root.Values.serviceAccount.automountToken }}
  {{- end }}
  enableServiceLinks: false
  terminationGracePeriodSeconds: {{ .values.terminationGracePeriodSeconds }}
  securityContext:
    {{- include "sovd-webapp.podSecurityContext" (ternary .values.runAsUser 1001 $frontend) | nindent 4 }}
  {{- with include "sovd-webapp.podPlacement" . | trim }}
  {{- . | nindent 2 }}
  {{- end }}
  {{- with .values.affinity }}
  affinity:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- if .values.topologySpread }}
  {{- include "sovd-webapp.topologySpread" . | nindent 2 }}
  {{- end }}
  containers:
    - name: {{ .component }}
      image: {{ include (printf "sovd-webapp.%s.image" .component) .root | quote }}
      imagePullPolicy: {{ .values.image.pullPolicy }}
      {{- with .values.command }}
      command:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      ports:
        - name: {{ ternary "grpc" "http" (eq .component "vehicle-connector") }}
          containerPort: {{ .values.containerPort }}
        {{- with .values.metricsPort }}
        - name: metrics
          containerPort: {{ . }}
        {{- end }}
      {{- if not $frontend }}
      envFrom:
        - configMapRef:
            name: {{ include "sovd-webapp.fullname" .root }}-config
      env:
        {{- include "sovd-webapp.applicationEnv" .root | nindent 8 }}
      {{- end }}
      {{- range $kind := list "liveness" "readiness" "startup" }}
      {{- if get $arguments.values.probes $kind }}
      {{ $kind }}Probe:
        {{- include "sovd-webapp.probe" (merge (dict "kind" $kind) $arguments) | nindent 8 }}
      {{- end }}
      {{- end }}
      lifecycle:
        preStop:
          sleep:
            seconds: {{ .values.preStopSeconds }}
      resources:
        {{- toYaml .values.resources | nindent 8 }}
      securityContext:
        {{- include "sovd-webapp.containerSecurityContext" . | nindent 8 }}
      volumeMounts:
        - name: tmp
          mountPath: /tmp
  volumes:
    - name: tmp
      emptyDir:
        sizeLimit: 64Mi
{{- end -}}
