{{- define "migrated.databaseEnv" -}}
- name: DATABASE_PASSWORD
  valueFrom: {secretKeyRef: {name: {{ .Values.existingSecret }}, key: database-password}}
- name: DATABASE_URL
  value: "postgresql+asyncpg://{{ .Values.database.user }}:$(DATABASE_PASSWORD)@{{ .Values.database.host }}:{{ .Values.database.port }}/{{ .Values.database.name }}?ssl=require"
{{- end -}}
