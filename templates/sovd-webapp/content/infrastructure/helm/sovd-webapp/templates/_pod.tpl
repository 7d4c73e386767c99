{{/* What the Pod Security Standard "restricted" asks for, and no more rights than that. */}}
{{- define "sovd-webapp.podSecurityContext" -}}
runAsNonRoot: true
runAsUser: 1001
runAsGroup: 1001
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{- define "sovd-webapp.containerSecurityContext" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop:
    - ALL
{{- end -}}

{{- define "sovd-webapp.databaseUrl" -}}
{{- with .Values.config.database -}}
{{- printf "postgresql+asyncpg://%s:$(DATABASE_PASSWORD)@%s:%s/%s?ssl=%s" .user .host .port .name .ssl -}}
{{- end -}}
{{- end -}}

{{/* The password comes first: Kubernetes expands $(…) only from variables above. */}}
{{- define "sovd-webapp.databaseEnv" -}}
- name: DATABASE_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ .Values.secrets.existingSecretName | quote }}
      key: database-password
- name: DATABASE_URL
  value: {{ include "sovd-webapp.databaseUrl" . | quote }}
{{- end -}}
