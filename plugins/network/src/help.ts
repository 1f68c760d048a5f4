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
    'bgp speaker': {about: 'Advertises the routes of networks and floating IPs to its BGP peers.'},
    'bgp peer': {about: 'A router of another autonomous system that BGP speakers connect to.'},
    'bgp dragent': {about: 'A dynamic routing agent: a process on a host that runs BGP speakers.'},
    'tap service': {about: 'A port that receives copies of the traffic of other ports.'},
    'tap flow': {about: 'Copies the traffic of a port to a tap service.'},
    'tap mirror': {about: 'Sends copies of the traffic of a port through a tunnel to a remote host.'},
    'floating ip': {
      about: 'An address of an external network that maps to a port.',
      states: [
        {state: 'ACTIVE', about: 'The floating IP maps to a port.', verbs: ['set', 'unset', 'show']},
        {state: 'DOWN', about: 'The floating IP does not map to a port.', verbs: ['set', 'show', 'delete']},
      ],
    },
  },
})
