module sovd.io/tools/external-secrets

go 1.26.2

// Only its definitions (config/crds) are used: nothing of it is built.
require github.com/external-secrets/external-secrets v1.3.2
