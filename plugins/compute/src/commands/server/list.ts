import {
  asObject,
  asText,
  Flags,
  firstOf,
  Known,
  ListCommand,
  pageFlags,
  projectFlags,
  projectOf,
  type Query,
  type Row,
  userFlags,
  userOf,
} from '@osc-cli/core'
import {Flavor} from '#flavor'
import {type Names, SERVER_COLUMNS, serverColumns} from '#server'
import {POWER_STATES, STATUSES, TASK_STATES, VM_STATES} from '#server-states'

export default class ServerList extends ListCommand {
  static override summary = 'List servers'
  static override roles = ['reader']
  static override columns = SERVER_COLUMNS
  static override calls = [
    'GET /v3/projects?name={name}',
    'GET /v3/users?name={name}',
    'GET /v2/images?name={name}',
    'GET /v2/images',
    'GET /v2/images/{id}',
    'GET /v2.1/flavors/{id}',
    'GET /v2.1/flavors/detail',
    'GET /v2.1/servers/detail',
  ]
  static override seeAlso = ['server show', 'server create']
  static override needs = {
    tags: {microversion: '2.26'},
    'not-tags': {microversion: '2.26'},
    locked: {microversion: '2.73'},
    unlocked: {microversion: '2.73'},
    'changes-before': {microversion: '2.66'},
  }
  static override examples = [
    {command: 'osc server list --long', description: 'Include images, flavors, zones and hosts'},
    {command: 'osc server list --all-projects --status ERROR', description: 'List failed servers of all projects'},
  ]
  static override flags = {
    'reservation-id': Flags.string({description: 'Reservation ID of the servers', helpValue: 'ID'}),
    ip: Flags.string({description: 'Regular expression that the IPv4 address matches', helpValue: 'REGEX'}),
    ip6: Flags.string({description: 'Regular expression that the IPv6 address matches', helpValue: 'REGEX'}),
    name: Flags.string({description: 'Regular expression that the name matches', helpValue: 'REGEX'}),
    'instance-name': Flags.string({
      description: 'Regular expression that the instance name matches (admin only)',
      helpValue: 'REGEX',
    }),
    status: Flags.string({description: 'Status of the servers', options: STATUSES, helpValue: 'STATUS'}),
    flavor: Flags.string({description: 'Flavor of the servers (name or ID)', helpValue: 'FLAVOR'}),
    image: Flags.string({description: 'Image of the servers (name or ID)', helpValue: 'IMAGE'}),
    host: Flags.string({description: 'Host of the servers (admin only)', helpValue: 'HOST'}),
    'all-projects': Flags.boolean({description: 'List servers of all projects (admin only)', env: 'ALL_PROJECTS'}),
    ...projectFlags('List servers of this project (name or ID, admin only)'),
    ...userFlags('List servers of this user (name or ID, admin only)'),
    deleted: Flags.boolean({description: 'List only deleted servers (admin only)'}),
    'availability-zone': Flags.string({description: 'Availability zone of the servers', helpValue: 'ZONE'}),
    'key-name': Flags.string({description: 'Keypair of the servers', helpValue: 'KEY'}),
    'config-drive': Flags.boolean({
      description: 'List only servers with a config drive',
      exclusive: ['no-config-drive'],
    }),
    'no-config-drive': Flags.boolean({
      description: 'List only servers without a config drive',
      exclusive: ['config-drive'],
    }),
    progress: Flags.integer({
      description: 'Progress of the servers in percent',
      helpValue: 'PERCENT',
      min: 0,
      max: 100,
    }),
    'vm-state': Flags.string({description: 'VM state of the servers', options: VM_STATES, helpValue: 'STATE'}),
    'task-state': Flags.string({
      description: 'Task state of the servers',
      options: TASK_STATES,
      helpValue: 'STATE',
    }),
    'power-state': Flags.string({
      description: 'Power state of the servers',
      options: Object.keys(POWER_STATES),
      helpValue: 'STATE',
    }),
    long: Flags.boolean({description: 'Include more columns'}),
    'no-name-lookup': Flags.boolean({
      char: 'n',
      description: 'Print IDs of images and flavors, without looking up names',
      exclusive: ['name-lookup-one-by-one'],
    }),
    'name-lookup-one-by-one': Flags.boolean({
      description: 'Look up names without the bulk request',
      exclusive: ['no-name-lookup'],
    }),
    'changes-before': Flags.string({
      description: 'List only servers changed before this time (ISO 8601)',
      helpValue: 'TIME',
    }),
    'changes-since': Flags.string({
      description: 'List only servers changed after this time (ISO 8601)',
      helpValue: 'TIME',
    }),
    locked: Flags.boolean({description: 'List only locked servers', exclusive: ['unlocked']}),
    unlocked: Flags.boolean({description: 'List only unlocked servers', exclusive: ['locked']}),
    tags: Flags.strings({description: 'Tag that the servers have (repeatable: all of the tags)', helpValue: 'TAG'}),
    'not-tags': Flags.strings({description: 'Tag that the servers do not have (repeatable)', helpValue: 'TAG'}),
    ...pageFlags,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(ServerList)
    const servers = this.api(Known.Server)
    const [project, user, flavor, image] = await Promise.all([
      projectOf(this.api, flags),
      userOf(this.api, flags),
      flags.flavor === undefined ? undefined : this.api(Flavor).id(flags.flavor),
      flags.image === undefined ? undefined : this.api(Known.Image).id(flags.image),
    ])
    const query: Query = {
      reservation_id: flags['reservation-id'],
      ip: flags.ip,
      ip6: flags.ip6,
      name: flags.name,
      instance_name: flags['instance-name'],
      status: flags.status,
      flavor,
      image,
      host: flags.host,
      project_id: project,
      all_tenants: flags['all-projects'] || project !== undefined ? 'True' : undefined,
      user_id: user,
      deleted: flags.deleted ? 'True' : undefined,
      availability_zone: flags['availability-zone'],
      key_name: flags['key-name'],
      config_drive: pythonBool(Flags.chosen(flags, {'config-drive': true, 'no-config-drive': false})),
      progress: flags.progress,
      vm_state: flags['vm-state'],
      task_state: flags['task-state'],
      power_state: flags['power-state'] === undefined ? undefined : POWER_STATES[flags['power-state']],
      tags: flags.tags?.join(','),
      'not-tags': flags['not-tags']?.join(','),
      locked: pythonBool(Flags.chosen(flags, {locked: true, unlocked: false})),
      'changes-before': flags['changes-before'],
      'changes-since': flags['changes-since'],
      marker: flags.marker === undefined || flags.deleted ? flags.marker : await servers.id(flags.marker),
      limit: flags.limit,
    }
    const found = servers.list(query, {singlePage: flags.limit !== undefined})
    const rows = await Array.fromAsync(firstOf(found, flags['max-items']))
    const names = flags['no-name-lookup'] ? NO_NAMES : await this.names(rows, flags['name-lookup-one-by-one'])
    await this.table(serverColumns({...flags, ...this.parsedFlags}, await servers.microversion(), rows, names), rows)
  }

  /** Of the images and flavors that the servers have, in at most three requests at once; new services embed the flavor. */
  private async names(servers: readonly Row[], oneByOne: boolean): Promise<Names> {
    const images = new Set(servers.flatMap(({image}) => asText(asObject(image).id) ?? []))
    const flavors = new Set(servers.flatMap(({flavor}) => asText(asObject(flavor).id) ?? []))
    const chunks = oneByOne ? [] : chunksOf([...images], MOST_IDS)
    // One for the flavors; without any no request is sent.
    const queries = chunks.length > 0 && chunks.length + Math.min(flavors.size, 1) <= 3 ? chunks.map(inQuery) : [ALL]
    const [flavorNames, ...imageNames] = await Promise.all([
      this.api(Flavor).names(flavors),
      ...queries.map((query) => this.api(Known.Image).names(images, query)),
    ])
    return {images: new Map(imageNames.flatMap((names) => [...names])), flavors: flavorNames}
  }
}

/** Image IDs that fit into one URL, which Apache limits to 8 KiB; of very many, all images are listed. */
const MOST_IDS = 200

/** The most images that Glance returns at once; it returns 25 where no limit is given. */
const ALL: Query = {limit: 1000}
const USUAL_PAGE = 25

const inQuery = (ids: readonly string[]): Query => ({
  id: `in:${ids.join(',')}`,
  ...(ids.length > USUAL_PAGE && ALL),
})

const chunksOf = (ids: readonly string[], size: number): string[][] =>
  Array.from({length: Math.ceil(ids.length / size)}, (_, at) => ids.slice(at * size, (at + 1) * size))

const NO_NAMES: Names = {images: new Map(), flavors: new Map()}

const pythonBool = (value: boolean | undefined) => (value === undefined ? undefined : value ? 'True' : 'False')
