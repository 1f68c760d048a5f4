import {defineHelp} from '@osc-cli/core'

export default defineHelp({
  about: 'Neutron provides networks, subnets, routers, floating IPs and security groups.',
  session: [
    {command: 'osc network create private', description: 'Create a network'},
    {
      command: 'osc subnet create --network private --subnet-range 10.0.0.0/24 private-subnet',
      description: 'Add a range of addresses',
    },
    {command: 'osc router create edge', description: 'Create a router'},
    {command: 'osc router add subnet edge private-subnet', description: 'Connect the subnet to the router'},
    {command: 'osc port create --network private db', description: 'Create a port'},
    {command: 'osc port list --network private', description: 'List the ports of the network'},
  ],
  related: ['identity', 'compute'],
  nouns: {
    network: {
      about: 'An isolated layer 2 segment that ports connect to.',
      states: [
        {state: 'ACTIVE', about: 'The network works.', verbs: ['set', 'show', 'unset', 'delete']},
        {state: 'DOWN', about: 'The network does not pass traffic.', verbs: ['set', 'show', 'delete']},
      ],
    },
    subnet: {about: 'A range of IP addresses on a network, with its gateway, routes and DNS servers.'},
    port: {
      about: 'The connection of a server, a router or another device to a network.',
      states: [
        {state: 'ACTIVE', about: 'The port works.', verbs: ['set', 'unset', 'show']},
        {state: 'BUILD', about: 'The port is being connected.', verbs: ['show']},
        {state: 'DOWN', about: 'Nothing uses the port, or it is disabled.', verbs: ['set', 'unset', 'show', 'delete']},
      ],
    },
    router: {
      about: 'Connects subnets with each other and with external networks.',
      states: [
        {
          state: 'ACTIVE',
          about: 'The router works.',
          verbs: ['add subnet', 'add port', 'add route', 'remove subnet', 'set', 'unset', 'show'],
        },
        {state: 'ERROR', about: 'The router could not be set up.', verbs: ['show', 'delete']},
      ],
    },
    'vpn service': {
      about: 'Connects subnets of a router with remote sites through IPsec.',
      states: [
        {state: 'ACTIVE', about: 'The VPN service works.', verbs: ['set', 'show']},
        {state: 'PENDING_CREATE', about: 'The VPN service is being set up.', verbs: ['show', 'delete']},
        {state: 'PENDING_UPDATE', about: 'The VPN service is being changed.', verbs: ['show', 'delete']},
        {state: 'DOWN', about: 'The VPN service does not work, or it is disabled.', verbs: ['set', 'show', 'delete']},
        {state: 'ERROR', about: 'The VPN service could not be set up.', verbs: ['show', 'delete']},
      ],
    },
    'vpn endpoint group': {about: 'The local subnets or the remote networks that a connection joins.'},
    'vpn ike policy': {about: 'How both sides of a connection authenticate and agree on keys.'},
    'vpn ipsec policy': {about: 'How the traffic of a connection is encrypted.'},
    'vpn ipsec site connection': {
      about: 'The tunnel from a VPN service to a remote site.',
      states: [
        {state: 'ACTIVE', about: 'The tunnel is up.', verbs: ['set', 'show']},
        {state: 'PENDING_CREATE', about: 'The connection is being set up.', verbs: ['show', 'delete']},
        {state: 'PENDING_UPDATE', about: 'The connection is being changed.', verbs: ['show', 'delete']},
        {state: 'DOWN', about: 'The tunnel is down, or the connection is disabled.', verbs: ['set', 'show', 'delete']},
        {state: 'ERROR', about: 'The connection could not be set up.', verbs: ['show', 'delete']},
      ],
    },
    'firewall group': {
      about: 'Applies a policy for incoming and one for outgoing traffic to ports.',
      states: [
        {state: 'ACTIVE', about: 'The firewall group protects its ports.', verbs: ['set', 'unset', 'show']},
        {state: 'INACTIVE', about: 'The firewall group does not have ports.', verbs: ['set', 'show', 'delete']},
        {state: 'PENDING_CREATE', about: 'The firewall group is being set up.', verbs: ['show']},
        {state: 'PENDING_UPDATE', about: 'The firewall group is being changed.', verbs: ['show']},
        {state: 'DOWN', about: 'The firewall group is disabled.', verbs: ['set', 'show', 'delete']},
        {state: 'ERROR', about: 'The firewall group could not be set up.', verbs: ['show', 'delete']},
      ],
    },
    'firewall group policy': {about: 'A list of firewall rules, of which the first match decides.'},
    'firewall group rule': {about: 'Allows, denies or rejects one kind of traffic.'},
    'security group': {about: 'A set of rules that decide which traffic may pass a port.'},
    'security group rule': {about: 'Allows one kind of traffic to or from the ports of a security group.'},
    'ip availability': {about: 'The IP address usage of a network.'},
    'network agent': {about: 'A Neutron process on a host that serves networks or routers.'},
    'address scope': {
      about: 'Subnet pools whose addresses do not overlap, so that routers connect their subnets without NAT.',
    },
    'subnet pool': {about: 'Prefixes that new subnets take their ranges from.'},
    'address group': {about: 'Addresses that rules of security groups refer to by one name.'},
    'network rbac': {about: 'Shares a network or another object with one project or all projects.'},
    'network qos policy': {about: 'Rules on bandwidth and priority for networks, ports, floating IPs and gateways.'},
    'network qos rule': {about: 'One limit, guarantee or mark in a QoS policy.'},
    'network qos rule type': {about: 'A kind of QoS rule that the cloud supports.'},
    'network trunk': {
      about: 'Connects a server to several networks through one port.',
      states: [
        {state: 'ACTIVE', about: 'The trunk and its subports work.', verbs: ['subport add', 'set', 'unset', 'show']},
        {state: 'BUILD', about: 'The trunk is being connected.', verbs: ['show']},
        {state: 'DOWN', about: 'Nothing uses the trunk, or it is disabled.', verbs: ['set', 'show', 'delete']},
        {state: 'DEGRADED', about: 'Some subports do not work.', verbs: ['subport list', 'show']},
        {state: 'ERROR', about: 'The trunk could not be set up.', verbs: ['show', 'delete']},
      ],
    },
    'network trunk subport': {about: 'A port that a trunk carries and identifies by its segmentation ID.'},
    'network subport': {about: 'A port that a trunk carries and identifies by its segmentation ID.'},
    'network segment': {about: 'A layer 2 segment of a network: a VLAN or a tunnel.'},
    'network segment range': {about: 'The VLAN IDs or tunnel IDs that new segments may use.'},
    'floating ip port forwarding': {about: 'Forwards a port of a floating IP to a port of an internal address.'},
    'network l3 conntrack helper': {about: 'A Netfilter module that tracks the connections of a protocol in a router.'},
    'router ndp proxy': {about: 'Publishes the IPv6 address of a port on the external network of a router.'},
    'network flavor': {about: 'A kind of router that users may choose.'},
    'network flavor profile': {about: 'The driver of a network flavor and its metadata.'},
    'network meter': {about: 'Counts traffic through routers.'},
    'network meter rule': {about: 'A range of addresses that a network meter counts or excludes.'},
    'local ip': {about: 'An address that reaches the nearest of several ports.'},
    'local ip association': {about: 'A port that a local IP reaches.'},
    'default security group rule': {about: 'A rule that new security groups start with.'},
    'security group default statefulness': {about: 'Whether new security groups of a project are stateful.'},
    'network auto allocated topology': {about: 'A network, subnet and router that Neutron creates on demand.'},
    'network service provider': {about: 'A driver that provides a service of Neutron.'},
    'floating ip': {
      about: 'An address of an external network that maps to a port.',
      states: [
        {state: 'ACTIVE', about: 'The floating IP maps to a port.', verbs: ['set', 'unset', 'show']},
        {state: 'DOWN', about: 'The floating IP does not map to a port.', verbs: ['set', 'show', 'delete']},
      ],
    },
  },
})
