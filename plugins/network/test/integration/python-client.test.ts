import assert from 'node:assert/strict'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {hasOpenstack, openstack} from '@osc-cli/core/test/integration/support/openstack'
import {describe, it} from 'mocha'
import {has} from './neutron.ts'

/**
 * Lines of the Python client by the extension that they need. `@x` is a unique name; `ID = LINE` keeps what a line prints for
 * `$ID` in later ones; a line after `FAILS` must fail. A line with `create` and a name is undone afterwards.
 */
const STORIES: Readonly<Record<string, string>> = {
  router: `
    network create --description d --mtu 1400 @net
    network create --external @ext
    network list --long
    network list --name @net
    network set --disable @net
    network set --enable --tag a @net
    network unset --tag a @net
    network show @net
    subnet create --network @net --subnet-range 10.61.0.0/24 --dns-nameserver 192.0.2.1 --host-route destination=10.9.0.0/16,gateway=10.61.0.5 @sub
    subnet create --network @net --ip-version 6 --subnet-range fd00:61::/64 --ipv6-ra-mode slaac --ipv6-address-mode slaac @sub6
    subnet create --network @ext --subnet-range 198.18.61.0/24 --no-dhcp @extsub
    subnet list --network @net
    subnet set --dns-nameserver 192.0.2.2 --description d @sub
    subnet unset --dns-nameserver 192.0.2.1 @sub
    subnet show @sub6
    FAILS subnet create --network @net --subnet-range 10.61.0.128/25 @bad
    security group create --description d @group
    security group set --description e @group
    security group list
    RULE = security group rule create --protocol tcp --dst-port 22:23 --remote-ip 10.0.0.0/8 @group -f value -c id
    security group rule list @group
    security group rule show $RULE
    FAILS security group rule create --protocol tcp --dst-port 22:23 --remote-ip 10.0.0.0/8 @group
    security group rule delete $RULE
    security group show @group
    port create --network @net --fixed-ip subnet=@sub,ip-address=10.61.0.20 --security-group @group --allowed-address ip-address=10.61.0.99 @port
    port create --network @net --no-fixed-ip --no-security-group @bare
    port list --network @net
    port list --fixed-ip ip-address=10.61.0.20
    port set --description d --extra-dhcp-option name=tftp,value=192.0.2.1 @port
    port unset --fixed-ip subnet=@sub,ip-address=10.61.0.20 @port
    port set --fixed-ip subnet=@sub,ip-address=10.61.0.20 @port
    port show @port
    FAILS port create --network @net --fixed-ip subnet=@sub,ip-address=10.61.0.20 @bad
    FAILS security group delete @group
    ip availability list
    ip availability show @net
    router create @router
    router set --external-gateway @ext @router
    router add subnet @router @sub
    router set --description d --route destination=10.62.0.0/16,gateway=10.61.0.9 @router
    router unset --route destination=10.62.0.0/16,gateway=10.61.0.9 @router
    router list --long
    router show @router
    FAILS router delete @router
    FAILS subnet delete @sub
    FAILS network delete @net
    FLOATING = floating ip create --description d @ext -f value -c id
    floating ip set --port @port $FLOATING
    floating ip list --long
    floating ip show $FLOATING
    floating ip unset --port $FLOATING
    floating ip delete $FLOATING
    router remove subnet @router @sub
    router unset --external-gateway @router
    router delete @router
    port delete @port @bare
    security group delete @group
    subnet delete @sub @sub6 @extsub
    network delete @net @ext`,
  'subnet_allocation address-scope': `
    address scope create --ip-version 4 @scope
    address scope set --no-share @scope
    address scope list
    address scope show @scope
    subnet pool create --pool-prefix 10.63.0.0/16 --default-prefix-length 24 --min-prefix-length 20 @pool
    subnet pool set --address-scope @scope --description d @pool
    subnet pool list --long
    subnet pool show @pool
    network create @net
    subnet create --network @net --subnet-pool @pool --prefix-length 26 @sub
    subnet list --subnet-pool @pool
    FAILS subnet pool delete @pool
    subnet delete @sub
    network delete @net
    subnet pool delete @pool
    address scope delete @scope`,
  'address-group': `
    address group create --address 10.0.0.0/8 @group
    address group set --address 192.168.0.0/16 @group
    address group unset --address 10.0.0.0/8 @group
    address group list
    address group show @group
    address group delete @group`,
  qos: `
    network qos policy create @policy
    network qos policy set --description d @policy
    RULE = network qos rule create --type bandwidth-limit --max-kbps 1000 --egress @policy -f value -c id
    network qos rule set --max-kbps 2000 @policy $RULE
    network qos rule list @policy
    network qos rule show @policy $RULE
    network qos rule type list
    network create --qos-policy @policy @net
    FAILS network qos policy delete @policy
    network set --no-qos-policy @net
    network qos rule delete @policy $RULE
    network qos policy list
    network qos policy show @policy
    network qos policy delete @policy
    network delete @net`,
  trunk: `
    network create @net
    port create --network @net @parent
    port create --network @net @child
    network trunk create --parent-port @parent @trunk
    network trunk set --subport port=@child,segmentation-type=vlan,segmentation-id=5 @trunk
    network subport list --trunk @trunk
    network trunk list --long
    network trunk show @trunk
    network trunk unset --subport @child @trunk
    network trunk delete @trunk
    port delete @parent @child
    network delete @net`,
  'rbac-policies': `
    PROJECT = token issue -f value -c project_id
    network create @net
    RBAC = network rbac create --type network --action access_as_shared --target-project $PROJECT @net -f value -c id
    network rbac list
    network rbac show $RBAC
    network rbac delete $RBAC
    network delete @net`,
  metering: `
    network meter create --share @meter
    RULE = network meter rule create --remote-ip-prefix 10.64.0.0/16 @meter -f value -c id
    network meter rule list
    network meter rule show $RULE
    network meter rule delete $RULE
    network meter list
    network meter show @meter
    network meter delete @meter`,
  flavors: `
    network flavor create --service-type L3_ROUTER_NAT @flavor
    network flavor set --disable @flavor
    PROFILE = network flavor profile create --metainfo m -f value -c id
    network flavor add profile @flavor $PROFILE
    network flavor show @flavor
    network flavor remove profile @flavor $PROFILE
    network flavor profile list
    network flavor profile show $PROFILE
    network flavor profile delete $PROFILE
    network flavor list
    network flavor delete @flavor`,
  segment: `
    network create @net
    network segment create --network @net --network-type vxlan --segment 61001 @segment
    network segment set --description d @segment
    network segment list --network @net
    network segment show @segment
    network segment delete @segment
    network delete @net`,
  local_ip: `
    network create @net
    subnet create --network @net --subnet-range 10.65.0.0/24 @sub
    LOCAL = local ip create --network @net -f value -c id
    local ip set --description d $LOCAL
    local ip list
    local ip show $LOCAL
    local ip delete $LOCAL
    subnet delete @sub
    network delete @net`,
  bgpvpn: `
    network create @net
    VPN = bgpvpn create --route-target 64512:1 -f value -c ID
    bgpvpn set --import-target 64512:2 $VPN
    bgpvpn unset --import-target 64512:2 $VPN
    LINK = bgpvpn network association create $VPN @net -f value -c ID
    bgpvpn network association list $VPN
    bgpvpn network association show $LINK $VPN
    bgpvpn network association delete $LINK $VPN
    bgpvpn list --long
    bgpvpn show $VPN
    bgpvpn delete $VPN
    network delete @net`,
  bgp: `
    bgp speaker create --local-as 64512 @speaker
    bgp peer create --peer-ip 192.0.2.61 --remote-as 64513 @peer
    bgp speaker set --no-advertise-tenant-networks @speaker
    bgp speaker add peer @speaker @peer
    bgp speaker show @speaker
    bgp speaker list advertised routes @speaker
    bgp speaker remove peer @speaker @peer
    bgp peer list
    bgp peer show @peer
    bgp speaker list
    bgp peer delete @peer
    bgp speaker delete @speaker`,
  vpnaas: `
    network create --external @ext
    subnet create --network @ext --subnet-range 198.18.66.0/24 --no-dhcp @extsub
    network create @net
    subnet create --network @net --subnet-range 10.66.0.0/24 @sub
    router create @router
    router set --external-gateway @ext @router
    router add subnet @router @sub
    vpn ike policy create @ike
    vpn ike policy set --description d @ike
    vpn ike policy list --long
    vpn ike policy show @ike
    vpn ipsec policy create @ipsec
    vpn ipsec policy set --description d @ipsec
    vpn ipsec policy list --long
    vpn ipsec policy show @ipsec
    vpn endpoint group create --type cidr --value 10.67.0.0/16 @group
    vpn endpoint group set --description d @group
    vpn endpoint group list --long
    vpn endpoint group show @group
    vpn service create --router @router --subnet @sub @service
    vpn service list --long
    vpn service show @service
    vpn ipsec site connection create --vpnservice @service --ikepolicy @ike --ipsecpolicy @ipsec --peer-address 192.0.2.9 --peer-id 192.0.2.9 --psk key --peer-cidr 10.67.0.0/16 @site
    vpn ipsec site connection list --long
    vpn ipsec site connection set --description d @site
    vpn ipsec site connection show @site
    FAILS vpn service delete @service
    vpn ipsec site connection delete @site
    vpn service delete @service
    vpn endpoint group delete @group
    vpn ike policy delete @ike
    vpn ipsec policy delete @ipsec
    router remove subnet @router @sub
    router unset --external-gateway @router
    router delete @router
    subnet delete @sub @extsub
    network delete @net @ext`,
  fwaas_v2: `
    firewall group rule create --protocol tcp --destination-port 80 --action allow --name @rule
    firewall group rule set --action deny @rule
    firewall group rule list --long
    firewall group rule show @rule
    firewall group policy create --firewall-rule @rule @policy
    firewall group policy set --description d @policy
    firewall group policy list --long
    firewall group policy show @policy
    firewall group create --ingress-firewall-policy @policy --name @group
    firewall group set --description d @group
    firewall group list --long
    firewall group show @group
    firewall group delete @group
    firewall group policy delete @policy
    firewall group rule delete @rule`,
  quotas: `
    quota list --network
    network agent list
    network service provider list
    availability zone list --network
    extension list --network
    extension show quotas`,
}

describe('the Python client on this cloud', () => {
  before(async function () {
    if (!hasOpenstack()) this.skip()
    await needs(this, 'network')
  })

  for (const [extensions, story] of Object.entries(STORIES))
    describe(`with extension ${extensions}`, () => {
      before(async function () {
        for (const extension of extensions.split(' ')) if (!(await has(extension))) this.skip()
      })
      const later = cleanUp()
      const names = new Map<string, string>()
      const ids = new Map<string, string>()
      const nameOf = (word: string): string => {
        const name = names.get(word) ?? uniqueName(word)
        names.set(word, name)
        return name
      }

      for (const [, id, not, line = ''] of story.matchAll(/^ *(?:(\w+) = |(FAILS) )?(\S.*)$/gm))
        it(`${line}${not ? ' fails' : ''}`, async () => {
          const text = await run(line, not !== undefined)
          if (id) ids.set(id, text.trim())
        })

      async function run(line: string, fails = false): Promise<string> {
        const words = line
          .split(' ')
          .map((word) =>
            word.replace(/@(\w+)/g, (_, name) => nameOf(name)).replace(/\$(\w+)/g, (_, id) => ids.get(id) ?? ''),
          )
        const [noun, name] = [words.slice(0, words.indexOf('create')), words.at(-1) ?? '']
        if (words.includes('create') && / @\w+$/.test(line) && !fails) later(...noun, 'delete', name)
        const {status, stderr, stdout} = await openstack(words)
        assert.equal(status !== 0, fails, stderr || stdout)
        return stdout
      }
    })
})
