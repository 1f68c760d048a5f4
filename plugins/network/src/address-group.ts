import {isIP} from 'node:net'
import {type Columns, defineResource, fields, pick, UsageError} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/network/v2/#address-groups
export const AddressGroup = defineResource({
  noun: 'address group',
  service: 'network',
  path: '/address-groups',
  member: 'address_group',
  collection: 'address_groups',
  updateMethod: 'PUT',
})

export const addressGroupFields = fields({
  addresses: 'addresses',
  description: 'description',
  id: 'id',
  name: 'name',
  project_id: 'project_id',
})

export const addressGroupColumns: Columns = pick(addressGroupFields, {
  ID: 'id',
  Name: 'name',
  Description: 'description',
  Project: 'project_id',
  Addresses: 'addresses',
})

/** Addresses as Neutron requires them: a single address is a range of one. */
export const canonical = (addresses: readonly string[] = []): string[] =>
  addresses.map((address) => {
    const [ip = '', length] = address.split('/')
    const version = isIP(ip)
    if (version === 0)
      throw new UsageError(`Option --address: '${address}' is not an IP address or CIDR.`, {
        hint: 'Use an address such as 10.0.0.9 or a range such as 10.0.0.0/24.',
      })
    return `${ip}/${length ?? (version === 4 ? 32 : 128)}`
  })
