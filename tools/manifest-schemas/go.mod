module sovd.io/tools/manifest-schemas

go 1.26.2

// Nothing of them is built: only their descriptions of objects are used. A module can be
// required in one version only, so go.sum is what pins Kubernetes, once per minor version.
require (
	github.com/argoproj/argo-rollouts v1.9.1
	github.com/prometheus-operator/prometheus-operator v0.85.0
	k8s.io/kubernetes v1.36.3
)
