import {currentNames} from '#advice/suggest/old-clients/today'

/** Nouns of services without a plugin, as python-openstackclient names them: Ironic, Octavia, Designate, Barbican and others. */
const WITHOUT_PLUGIN = [
  'appcontainer',
  'baremetal',
  'coe cluster',
  'database',
  'dataprocessing',
  'loadbalancer',
  'metric',
  'optimize',
  'rating',
  'recordset',
  'secret',
  'share',
  'zone',
]

/**
 * What a line names that OpenStack has and no plugin: the command that it begins with, or else the noun. undefined where a
 * plugin has anything of that noun.
 */
export function absentIn(words: readonly string[], ids: readonly string[]): string | undefined {
  const here = new Set(ids)
  const elsewhere = [...currentNames(), ...WITHOUT_PLUGIN].filter((id) => !here.has(id))
  for (let length = words.length; length > 0; length -= 1) {
    const name = words.slice(0, length).join(' ')
    const start = `${name} `
    const isHere = (id: string) => id === name || id.startsWith(start)
    if (ids.some(isHere)) return undefined
    if (elsewhere.some(isHere)) return name
  }
  return undefined
}
