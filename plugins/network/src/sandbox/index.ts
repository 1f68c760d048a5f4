import type {SandboxService} from '@osc-cli/core/sandbox'
import {addresses} from '#sandbox/addresses'
import {floatingIps} from '#sandbox/floating-ips'
import {networks} from '#sandbox/networks'
import {ports} from '#sandbox/ports'
import {quotas} from '#sandbox/quotas'
import {routers} from '#sandbox/routers'
import {securityGroups} from '#sandbox/security-groups'

const EXTENSIONS = [
  'address-group',
  'address-scope',
  'allowed-address-pairs',
  'data-plane-status',
  'default-subnetpools',
  'dns-integration',
  'external-net',
  'extra_dhcp_opt',
  'extraroute',
  'extraroute-atomic',
  'floating-ip-port-forwarding',
  'port-security',
  'project-id',
  'provider',
  'qos',
  'qos-gateway-ip',
  'router',
  'security-group',
  'security-groups-remote-address-group',
  'standard-attr-tag',
  'stateful-security-group',
  'subnet-service-types',
  'subnet_allocation',
]

/** Neutron, as far as the commands of this plugin need it. */
const service: SandboxService = {
  type: 'network',
  name: 'neutron',
  prefix: 'network',
  endpoint: '/v2.0',
  failureBody: ({title, message}) => ({NeutronError: {type: title, message, detail: ''}}),
  open(cloud) {
    const network = networks(cloud)
    const port = ports(cloud, network)
    return {
      publicRoutes: {
        'GET /': ({origin}) => ({
          body: {versions: [{id: 'v2.0', status: 'CURRENT', links: [{rel: 'self', href: `${origin}/network/v2.0`}]}]},
        }),
      },
      routes: {
        'GET /v2.0/extensions': () => ({body: {extensions: EXTENSIONS.map((alias) => ({alias, name: alias}))}}),
        ...network.routes,
        ...port.routes,
        ...routers(cloud, network, port),
        ...floatingIps(cloud, network, port),
        ...securityGroups(cloud),
        ...addresses(cloud),
        ...quotas(cloud),
      },
    }
  },
}
export default service
