import {defineResource} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/shared-file-system/#shares
export const SharedFileSystem = defineResource({
  noun: 'share',
  service: 'shared-file-system',
  path: '/shares',
  member: 'share',
  collection: 'shares',
})
