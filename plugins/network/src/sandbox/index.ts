import type {SandboxService} from '@osc-cli/core/sandbox'
import {addresses} from '#sandbox/addresses'
import {agents} from '#sandbox/agents'
import {bgp} from '#sandbox/bgp'
import {bgpvpns} from '#sandbox/bgpvpn'
import {extensions} from '#sandbox/extensions'
import {firewalls} from '#sandbox/firewall'
import {floatingIps} from '#sandbox/floating-ips'
import {localIps} from '#sandbox/local-ips'
import {networks} from '#sandbox/networks'
import {ports} from '#sandbox/ports'
import {qos} from '#sandbox/qos'
import {quotas} from '#sandbox/quotas'
import {rbacPolicies} from '#sandbox/rbac-policies'
import {routers} from '#sandbox/routers'
import {securityGroupDefaults} from '#sandbox/security-group-defaults'
import {securityGroups} from '#sandbox/security-groups'
import {segments} from '#sandbox/segments'
import {taps} from '#sandbox/tap'
import {trunks} from '#sandbox/trunks'
import {vpn} from '#sandbox/vpn'

/** Neutron, as far as the commands of this plugin need it. */
const service: SandboxService = {
  type: 'network',
  name: 'neutron',
  prefix: 'network',
  endpoint: '',
  failureBody: ({title, message}) => ({NeutronError: {type: title, message, detail: ''}}),
  open(cloud) {
    const network = networks(cloud)
    const groups = securityGroups(cloud)
    const port = ports(cloud, network, ({project_id: project}) => groups.defaultOf(String(project)))
    return {
      publicRoutes: {
        'GET /': ({origin}) => ({
          body: {versions: [{id: 'v2.0', status: 'CURRENT', links: [{rel: 'self', href: `${origin}/network/v2.0`}]}]},
        }),
      },
      routes: {
        ...extensions,
        ...network.routes,
        ...port.routes,
        ...routers(cloud, network, port),
        ...floatingIps(cloud, network, port),
        ...groups.routes,
        ...addresses(cloud),
        ...bgp(cloud, network.networks),
        ...bgpvpns(cloud, {networks: network.networks, ports: port}),
        ...vpn(cloud),
        ...firewalls(cloud),
        ...qos(cloud),
        ...agents(cloud, network),
        ...taps(cloud, port),
        ...trunks(cloud, port),
        ...segments(cloud),
        ...rbacPolicies(cloud),
        ...localIps(cloud, port),
        ...securityGroupDefaults(cloud),
        ...quotas(cloud),
      },
    }
  },
}
export default service
