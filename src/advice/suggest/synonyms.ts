import {pluginData} from '#plugins/data'
import type {Words} from '#plugins/data-file'

/** What a typed word may be called in commands, the nearest first. */
export function synonymsOf(word: string): readonly string[] {
  const {synonyms} = pluginData()
  const ofPlugins = Object.hasOwn(synonyms, word) ? synonyms[word] : undefined
  const own = Object.hasOwn(CORE, word) ? CORE[word] : undefined
  return own && ofPlugins ? [...own, ...ofPlugins] : (own ?? ofPlugins ?? [])
}

/** Words of other tools and older clients for verbs, and for nouns of several services. */
const CORE: Words = {
  ls: ['list'],
  all: ['list'],
  index: ['list'],
  find: ['list'],
  get: ['show', 'list', 'issue'],
  login: ['issue'],
  auth: ['token'],
  logout: ['revoke'],
  describe: ['show'],
  detail: ['show'],
  details: ['show'],
  show: ['list'],
  display: ['show'],
  info: ['show'],
  view: ['show'],
  stat: ['show'],
  inspect: ['show'],
  rm: ['delete', 'remove'],
  del: ['delete', 'remove'],
  destroy: ['delete'],
  erase: ['delete'],
  kill: ['delete'],
  drop: ['delete'],
  terminate: ['delete'],
  remove: ['delete'],
  delete: ['remove'],
  add: ['create'],
  grant: ['add'],
  give: ['add'],
  assign: ['add'],
  revoke: ['remove'],
  take: ['remove'],
  new: ['create'],
  make: ['create'],
  mk: ['create'],
  boot: ['create'],
  launch: ['create'],
  run: ['create'],
  create: ['add', 'issue'],
  update: ['set'],
  modify: ['set'],
  mod: ['set'],
  edit: ['set'],
  patch: ['set', 'update'],
  change: ['set'],
  vm: ['server'],
  vms: ['server'],
  instance: ['server'],
  instances: ['server'],
  net: ['network'],
  disk: ['volume'],
  fip: ['floating'],
  floatingip: ['floating'],
  securitygroup: ['security'],
  secgroup: ['security'],
  az: ['availability'],
  cred: ['credential', 'credentials'],
  creds: ['credential', 'credentials'],
  sp: ['service'],
  config: ['configuration'],
}
