/** The most servers that Nova returns in one response. */
const PAGE = 1000
const [IMAGES, FLAVORS] = [40, 10]

/** Nova with this many servers of one project, and Glance with their images: the body for a URL, undefined for others. */
export function novaAnswers(servers: number, project: string): (url: URL) => string | undefined {
  const images = Array.from({length: IMAGES}, (_, at) => image(at, project))
  const pages = Array.from({length: servers}, (_, at) => JSON.stringify(server(at, project)))
  const one = (path: string, prefix: string) => images.find(({id}) => path === `${prefix}/${id}`)
  return (url) => {
    const {origin, pathname: path} = url
    if (path === '/compute/v2.1/servers/detail') return page(url, pages)
    if (path.startsWith('/compute/v2.1/flavors'))
      return JSON.stringify({flavors: Array.from({length: FLAVORS}, (_, at) => flavor(at))})
    if (path.startsWith('/compute')) return JSON.stringify({version: novaVersion(origin)})
    if (path === '/image/v2/images') return JSON.stringify({images: wanted(url, images)})
    if (path.startsWith('/image/v2/images/')) return JSON.stringify(one(path, '/image/v2/images'))
    return path.startsWith('/image') ? JSON.stringify({versions: [glanceVersion(origin)]}) : undefined
  }
}

/** As Nova pages: up to `limit` servers after `marker`, with a link to the next page. */
function page(url: URL, servers: readonly string[]): string {
  const marker = url.searchParams.get('marker')
  const from = marker === null ? 0 : Number.parseInt(marker.slice(0, 8), 16) + 1
  const to = from + Math.min(PAGE, Number(url.searchParams.get('limit') ?? PAGE))
  const next = new URL(url)
  next.searchParams.set('marker', idOf(to - 1))
  const links = to < servers.length ? [{rel: 'next', href: next.href}] : []
  return `{"servers": [${servers.slice(from, to).join(', ')}], "servers_links": ${JSON.stringify(links)}}`
}

/** The images that `id=in:ID,ID` asks for, or all. */
function wanted({searchParams}: URL, images: readonly {id: string}[]): readonly object[] {
  const ids = searchParams.get('id')?.replace(/^in:/, '').split(',')
  return images.filter(({id}) => ids === undefined || ids.includes(id))
}

const idOf = (at: number): string => `${at.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`
const TIME = '2026-01-01T00:00:00Z'

const flavor = (at: number) => ({
  id: `${at}`,
  name: `m1.size${at}`,
  ram: 2048,
  vcpus: 2,
  disk: 20,
  swap: '',
  'OS-FLV-EXT-DATA:ephemeral': 0,
  'os-flavor-access:is_public': true,
  rxtx_factor: 1,
})

const image = (at: number, owner: string) => ({
  id: idOf(at),
  name: `image-${at}`,
  status: 'active',
  visibility: 'public',
  container_format: 'bare',
  disk_format: 'qcow2',
  min_disk: 0,
  min_ram: 0,
  size: 46137344,
  owner,
  protected: false,
  tags: [],
  created_at: TIME,
  updated_at: TIME,
})

/** With the keys and the length of a server of Nova 2.93. */
const server = (at: number, project: string) => ({
  id: idOf(at),
  name: `server-${at}`,
  status: 'ACTIVE',
  tenant_id: project,
  user_id: project,
  metadata: {role: 'web'},
  hostId: '8a7f0e1d6a7b4c5e9f3a2b1c0d8e7f6a5b4c3d2e1f0a9b8c7d6e5f4a',
  image: {id: idOf(at % IMAGES), links: [{rel: 'bookmark', href: `http://127.0.0.1/images/${idOf(at % IMAGES)}`}]},
  flavor: {
    original_name: `m1.size${at % FLAVORS}`,
    vcpus: 2,
    ram: 2048,
    disk: 20,
    ephemeral: 0,
    swap: 0,
    extra_specs: {'hw_rng:allowed': 'True'},
  },
  created: TIME,
  updated: TIME,
  addresses: {
    private: [
      {
        version: 4,
        addr: `10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`,
        'OS-EXT-IPS:type': 'fixed',
        'OS-EXT-IPS-MAC:mac_addr': 'fa:16:3e:00:00:01',
      },
    ],
  },
  accessIPv4: '',
  accessIPv6: '',
  links: [{rel: 'self', href: `http://127.0.0.1/compute/v2.1/servers/${idOf(at)}`}],
  'OS-DCF:diskConfig': 'AUTO',
  progress: 0,
  'OS-EXT-AZ:availability_zone': 'nova',
  config_drive: '',
  key_name: 'bench',
  'OS-SRV-USG:launched_at': '2026-01-01T00:00:00.000000',
  'OS-SRV-USG:terminated_at': null,
  security_groups: [{name: 'default'}],
  'OS-EXT-SRV-ATTR:host': 'compute-1',
  'OS-EXT-SRV-ATTR:instance_name': `instance-${at.toString(16).padStart(8, '0')}`,
  'OS-EXT-SRV-ATTR:hypervisor_hostname': 'compute-1',
  'OS-EXT-STS:task_state': null,
  'OS-EXT-STS:vm_state': 'active',
  'OS-EXT-STS:power_state': 1,
  'os-extended-volumes:volumes_attached': [],
  host_status: 'UP',
  locked: false,
  locked_reason: null,
  description: null,
  tags: [],
  trusted_image_certificates: null,
  server_groups: [],
})

const novaVersion = (origin: string) => ({
  id: 'v2.1',
  status: 'CURRENT',
  version: '2.93',
  min_version: '2.1',
  updated: '2013-07-23T11:33:21Z',
  links: [{rel: 'self', href: `${origin}/compute/v2.1/`}],
})

const glanceVersion = (origin: string) => ({
  id: 'v2.16',
  status: 'CURRENT',
  links: [{rel: 'self', href: `${origin}/image/v2/`}],
})
