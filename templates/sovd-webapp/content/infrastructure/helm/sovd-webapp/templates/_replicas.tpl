{{/*
Argument: {root, apiVersion, kind, name, values}. The line "replicas: …", or nothing.

With an autoscaler the number is the autoscaler's. A number here would be its rival twice:
an upgrade, and the roll-back that Helm does by itself, would apply the number of that
revision, and server-side apply refuses a field that somebody else has changed. So on a
cluster the line is left out, and a new workload is brought to the autoscaler's minimum.
One case is different: where Helm alone owns the field (the autoscaler was switched on a
moment ago), leaving it out would set it to 1, so the live number stays.
*/}}
{{- define "sovd-webapp.replicas" -}}
{{- $name := .name -}}
{{- if not .root.Values.hpa.enabled -}}
replicas: {{ .values.replicaCount }}
{{- else if include "sovd-webapp.onCluster" .root -}}
{{- range (lookup .apiVersion .kind .root.Release.Namespace "").items -}}
{{- if and (eq .metadata.name $name) (eq (include "sovd-webapp.replicasOwners" .) "helm") -}}
replicas: {{ .spec.replicas }}
{{- end -}}
{{- end -}}
{{- else if .root.Release.IsInstall -}}
replicas: {{ .values.replicaCount }}
{{- end -}}
{{- end -}}

{{/* Argument: a live workload. Who owns spec.replicas, each once, with commas between. */}}
{{- define "sovd-webapp.replicasOwners" -}}
{{- $owners := list -}}
{{- range .metadata.managedFields -}}
{{- if hasKey (dig "fieldsV1" "f:spec" dict .) "f:replicas" -}}
{{- $owners = append $owners .manager -}}
{{- end -}}
{{- end -}}
{{- $owners | uniq | join "," -}}
{{- end -}}
