import assert from 'node:assert/strict'
import {versionOption} from '#advice/version-option'

describe('what chooses a microversion', () => {
  const cases: [service: string, choice: string][] = [
    ['compute', '--os-compute-api-version'],
    ['block-storage', '--os-volume-api-version'],
    ['shared-file-system', '--os-share-api-version'],
    ['container-infrastructure-management', '--os-container-infra-api-version'],
    ['accelerator', 'accelerator_default_microversion in clouds.yaml'],
    ['baremetal-introspection', 'baremetal_introspection_default_microversion in clouds.yaml'],
  ]
  for (const [service, choice] of cases) it(service, () => assert.equal(versionOption(service), choice))
})
