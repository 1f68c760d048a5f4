import {defineResource, type Resource} from '@osc-cli/core'
import {pathOf} from '#path'

// https://docs.openstack.org/api-ref/identity/v3-ext/#os-federation-api
const federated = (noun: string, member: string, collection: string, below = ''): Resource =>
  defineResource({
    noun,
    service: 'identity',
    path: `/OS-FEDERATION${below}/${collection}`,
    member,
    collection,
    // IDs are chosen by users; there are no names.
    by: 'id',
  })

export const IdentityProvider = federated('identity provider', 'identity_provider', 'identity_providers')
export const Mapping = federated('mapping', 'mapping', 'mappings')
export const ServiceProvider = federated('service provider', 'service_provider', 'service_providers')

/** The protocols of one identity provider. */
export const protocolsOf = (identityProvider: string): Resource =>
  federated('federation protocol', 'protocol', 'protocols', pathOf('identity_providers', identityProvider))
