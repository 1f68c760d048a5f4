import type {LocatedMap} from '#cloud/config/located'
import type {ConfigInput} from '#cloud/config/types'

/** Global options about osc itself: they are not settings of a cloud. */
const OF_THE_TOOL = new Set([
  'cloud',
  'debug',
  'help',
  'log_file',
  'no_cache',
  'os_beta_command',
  'profile',
  'quiet',
  'timing',
  'verbose',
  'version',
])

/** The options of the line as an entry. */
export function optionEntry(options: ConfigInput['options']): LocatedMap {
  const given = Object.entries(options).filter(([dest, value]) => !OF_THE_TOOL.has(dest) && value !== '')
  return new Map(
    given.map(([dest, value]) => {
      const key = dest.replace(/^os_/, '')
      return [key, {value, source: {kind: 'option', name: optionName(key, value)}}]
    }),
  )
}

const optionName = (key: string, value: string | boolean): string =>
  `${typeof value === 'boolean' ? '--' : '--os-'}${key.replaceAll('_', '-')}`
