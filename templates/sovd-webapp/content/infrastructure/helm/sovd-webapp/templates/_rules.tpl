{{/* Rules over several values, in words; what concerns one value stands in values.schema.json. */}}
{{- define "sovd-webapp.rules" -}}
{{- $backend := .Values.backend -}}
{{- if ne .Values.global.tier "development" -}}
{{- if and (eq $backend.image.tag "latest") (eq $backend.image.digest "") -}}
{{- fail (printf "backend.image.tag is \"latest\" in the tier %q: nobody could say what runs. Give the tag of a version, or a digest." .Values.global.tier) -}}
{{- end -}}
{{- if hasPrefix "YOUR_ECR_REGISTRY/" $backend.image.repository -}}
{{- fail (printf "backend.image.repository is the placeholder %q: give the repository that holds the image." $backend.image.repository) -}}
{{- end -}}
{{- end -}}
{{- if lt (int $backend.terminationGracePeriodSeconds) (add (int $backend.preStopSeconds) 30 | int) -}}
{{- fail (printf "backend.terminationGracePeriodSeconds is %d: it must be at least preStopSeconds + 30 = %d, or open requests are cut off." (int $backend.terminationGracePeriodSeconds) (add (int $backend.preStopSeconds) 30 | int)) -}}
{{- end -}}
{{- with .Values.deployment.strategy.rollingUpdate -}}
{{- if and (eq (int .maxSurge) 0) (eq (int .maxUnavailable) 0) -}}
{{- fail "deployment.strategy.rollingUpdate has maxSurge 0 and maxUnavailable 0: no pod could ever be replaced. Set maxSurge to 1." -}}
{{- end -}}
{{- end -}}
{{- if gt (len (default .Release.Name .Values.fullnameOverride)) 40 -}}
{{- fail (printf "The name %q has more than 40 characters: give a shorter release name or fullnameOverride." (default .Release.Name .Values.fullnameOverride)) -}}
{{- end -}}
{{- end -}}
