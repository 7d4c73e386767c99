{{/* The password is in the Secret and joins when the container starts: $(…) is Kubernetes' own. */}}
{{- define "sovd-webapp.databaseUrl" -}}
{{- with .Values.config.database -}}
{{- printf "postgresql+asyncpg://%s:$(DATABASE_PASSWORD)@%s:%s/%s?ssl=%s" .user .host .port .name .ssl -}}
{{- end -}}
{{- end -}}

{{/* rediss with TLS; no empty password where Redis asks for none. */}}
{{- define "sovd-webapp.redisUrl" -}}
{{- with .Values.config.redis -}}
{{- printf "%s://%s%s:%s/%d" (ternary "rediss" "redis" .tls) (ternary ":$(REDIS_PASSWORD)@" "" .auth) .host .port (int .db) -}}
{{- end -}}
{{- end -}}

{{/* Argument: {root, name, key}. A variable out of the Secret. */}}
{{- define "sovd-webapp.secretEnv" -}}
- name: {{ .name }}
  valueFrom:
    secretKeyRef:
      name: {{ include "sovd-webapp.secretName" .root | quote }}
      key: {{ .key }}
{{- end -}}

{{/* The password comes first: Kubernetes expands $(…) only from variables above. */}}
{{- define "sovd-webapp.databaseEnv" -}}
{{ include "sovd-webapp.secretEnv" (dict "root" . "name" "DATABASE_PASSWORD" "key" "database-password") }}
{{- if .Values.secrets.useDatabaseUrlKey }}
{{ include "sovd-webapp.secretEnv" (dict "root" . "name" "DATABASE_URL" "key" "database-url") }}
{{- else }}
- name: DATABASE_URL
  value: {{ include "sovd-webapp.databaseUrl" . | quote }}
{{- end }}
{{- end -}}

{{/* What backend and connector know that is secret, or made with a secret. */}}
{{- define "sovd-webapp.applicationEnv" -}}
{{ include "sovd-webapp.databaseEnv" . }}
{{- if .Values.config.redis.auth }}
{{ include "sovd-webapp.secretEnv" (dict "root" . "name" "REDIS_PASSWORD" "key" "redis-password") }}
{{- end }}
- name: REDIS_URL
  value: {{ include "sovd-webapp.redisUrl" . | quote }}
{{ include "sovd-webapp.secretEnv" (dict "root" . "name" "JWT_SECRET" "key" "jwt-secret") }}
{{- end -}}

{{/* Hosts of the ingress: those that are given, else the domain. */}}
{{- define "sovd-webapp.hosts" -}}
{{- $hosts := list -}}
{{- range .Values.ingress.hosts -}}{{- $hosts = append $hosts .host -}}{{- end -}}
{{- default (list .Values.global.domain) $hosts | join "," -}}
{{- end -}}

{{/* What the connector listens on, for the backend. */}}
{{- define "sovd-webapp.vehicleEndpointUrl" -}}
{{- if .Values.vehicleConnector.enabled -}}
{{- printf "%s:%d" .Values.vehicleConnector.service.name (int .Values.vehicleConnector.service.port) -}}
{{- else -}}
{{- .Values.config.vehicle.endpointUrl -}}
{{- end -}}
{{- end -}}

{{/* Data of the ConfigMap: nothing in it is secret. */}}
{{- define "sovd-webapp.config" -}}
{{- $config := .Values.config -}}
CORS_ORIGINS: {{ default (printf "https://%s" .Values.global.domain) $config.corsOrigins | quote }}
DATABASE_HOST: {{ $config.database.host | quote }}
DATABASE_NAME: {{ $config.database.name | quote }}
DATABASE_PORT: {{ $config.database.port | quote }}
DB_MAX_OVERFLOW: {{ $config.database.maxOverflow | quote }}
DB_POOL_SIZE: {{ $config.database.poolSize | quote }}
JWT_ALGORITHM: {{ $config.jwt.algorithm | quote }}
JWT_EXPIRATION_MINUTES: {{ $config.jwt.expirationMinutes | quote }}
LOG_LEVEL: {{ $config.logLevel | quote }}
REDIS_HOST: {{ $config.redis.host | quote }}
REDIS_PORT: {{ $config.redis.port | quote }}
VEHICLE_CONNECTOR_METRICS_PORT: {{ .Values.vehicleConnector.metricsPort | quote }}
VEHICLE_ENDPOINTS: {{ join "," $config.vehicle.endpoints | quote }}
VEHICLE_ENDPOINT_URL: {{ include "sovd-webapp.vehicleEndpointUrl" . | quote }}
VEHICLE_GRPC_TIMEOUT: {{ $config.vehicle.grpcTimeout | quote }}
VEHICLE_USE_TLS: {{ $config.vehicle.useTls | quote }}
WEB_CONCURRENCY: {{ .Values.backend.workers | quote }}
{{- if $config.tracing.enabled }}
OTEL_EXPORTER_OTLP_ENDPOINT: {{ $config.tracing.otlpEndpoint | quote }}
OTEL_SERVICE_NAME: {{ .Values.global.application | quote }}
OTEL_TRACES_SAMPLER: parentbased_traceidratio
OTEL_TRACES_SAMPLER_ARG: {{ $config.tracing.sampleRatio | quote }}
{{- end }}
{{- range $name, $value := $config.extraEnv }}
{{ $name }}: {{ $value | quote }}
{{- end }}
{{- end -}}
