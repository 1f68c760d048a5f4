import {asObject, type JsonObject} from '#json'

/** Keystone v3 at `auth_url`, in these regions; what else is special about a public cloud. */
const v3 = (auth_url: string, regions: string, more: JsonObject = {}): JsonObject => ({
  auth: {auth_url},
  regions: regions.split(' '),
  identity_api_version: '3',
  ...more,
})

const inDefaultDomain = (profile: JsonObject): JsonObject => ({
  ...profile,
  auth: {...asObject(profile.auth), user_domain_name: 'Default', project_domain_name: 'Default'},
})
const raw = {image_format: 'raw'}
const noFloatingIps = {floating_ip_source: 'None'}
const volume = (version: string) => ({block_storage_api_version: version})

/** The public clouds that openstacksdk knows by name, as values of `profile`. Facts of its vendor files. */
export const VENDOR_PROFILES: Readonly<Record<string, JsonObject>> = {
  auro: inDefaultDomain(v3('https://api.van2.auro.io:5000/v3', 'RegionOne', {requires_floating_ip: true})),
  betacloud: v3('https://api-1.betacloud.de:5000', 'betacloud-1', {...raw, ...volume('3')}),
  binero: v3('https://auth.binero.cloud:5000/v3', 'europe-se-1', volume('3')),
  bluebox: {regions: ['RegionOne'], ...volume('1')},
  catalyst: {
    auth: {auth_url: 'https://api.cloud.catalyst.net.nz:5000/v2.0'},
    regions: ['nz-por-1', 'nz_wlg_2'],
    image_api_version: '1',
    ...raw,
    ...volume('1'),
  },
  citycloud: v3('https://{region_name}.citycloud.com:5000/v3/', 'Buf1 Fra1 Lon1 Sto2 Kna1 dx1 tky1', {
    requires_floating_ip: true,
    ...volume('1'),
  }),
  conoha: v3('https://identity.{region_name}.conoha.io', 'sin1 sjc1 tyo1', {identity_api_version: '2'}),
  dreamcompute: v3('https://iad2.dream.io:5000', 'RegionOne', raw),
  elastx: v3('https://ops.elastx.cloud:5000/v3', 'se-sto'),
  entercloudsuite: v3('https://api.entercloudsuite.com/', 'it-mil1 nl-ams1 de-fra1', {
    image_api_version: '1',
    ...volume('1'),
  }),
  fuga: inDefaultDomain(v3('https://identity.api.fuga.io:5000', 'cystack', volume('3'))),
  ibmcloud: v3('https://identity.open.softlayer.com', 'london', volume('2')),
  internap: v3('https://identity.api.cloud.iweb.com', 'ams01 da01 nyj01 sin01 sjc01', noFloatingIps),
  limestonenetworks: v3('https://auth.cloud.lstn.net:5000/v3', '', {
    regions: [limestone('us-dfw-1', [{name: 'DDoS Protected', routes_externally: true}]), limestone('us-slc', [])],
    volume_api_version: '3',
    ...raw,
  }),
  otc: v3('https://iam.{region_name}.otc.t-systems.com/v3', 'eu-de eu-nl', {
    interface: 'public',
    image_format: 'qcow2',
  }),
  'otc-swiss': v3('https://iam-pub.eu-ch2.sc.otc.t-systems.com/v3', 'eu-ch2', {
    interface: 'public',
    image_format: 'qcow2',
  }),
  ovh: inDefaultDomain(
    v3(
      'https://auth.cloud.ovh.net/',
      'BHS BHS1 BHS3 BHS5 DE DE1 GRA GRA1 GRA5 GRA7 SBG SBG1 SBG5 UK UK1 WAW WAW1 SYD1 SGP1',
      noFloatingIps,
    ),
  ),
  'ovh-us': inDefaultDomain(v3('https://auth.cloud.ovh.us/', 'US-EAST-VA-1', noFloatingIps)),
  rackspace: {
    auth: {auth_url: 'https://identity.api.rackspacecloud.com/v2.0/'},
    regions: ['DFW', 'HKG', 'IAD', 'ORD', 'SYD', 'LON'],
    database_service_type: 'rax:database',
    compute_service_name: 'cloudServersOpenStack',
    image_api_use_tasks: true,
    image_format: 'vhd',
    secgroup_source: 'None',
    requires_floating_ip: false,
    block_storage_endpoint_override: 'https://{region_name}.blockstorage.api.rackspacecloud.com/v2/',
    disable_vendor_agent: {vm_mode: 'hvm', xenapi_use_agent: 'False'},
    has_network: false,
    ...noFloatingIps,
    ...volume('2'),
  },
  switchcloud: v3('https://identity.compute.cloud.switch.ch/v3', 'zhw zhc', raw),
  switchengines: v3('https://keystone.cloud.switch.ch:5000/v3', 'LS ZH', raw),
  ultimum: v3('https://console.ultimum-cloud.com:5000/', 'RegionOne', volume('1')),
  unitedstack: v3('https://identity.api.ustack.com/v3', 'bj1 gd1', {...raw, ...noFloatingIps, ...volume('1')}),
  vexxhost: {profile: 'https://vexxhost.com'},
  zetta: v3('https://identity.api.zetta.io/v3', 'no-osl1', {dns_api_version: '2'}),
}

function limestone(name: string, more: JsonObject[]): JsonObject {
  const networks = [
    {name: 'Public Internet', routes_externally: true, default_interface: true, nat_source: true},
    ...more,
    {name: 'Private Network (10.0.0.0/8 only)', routes_externally: false},
    {name: 'Private Network (Floating Public)', routes_externally: false, nat_destination: true},
  ]
  return {name, values: {networks}}
}
