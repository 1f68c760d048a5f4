import {isList, kindOf, type Located, scalarText} from '#cloud/config/located'
import type {Interface} from '#cloud/config/types'
import {ConfigError} from '#errors'

const INTERFACES: readonly Interface[] = ['public', 'internal', 'admin']

/** The kind of endpoint: also as `publicURL`, the old way; of a list the first, which the others only stand in for. */
export function interfaceOf(located: Located | undefined): Interface {
  if (!located || located.value === null || located.value === '') return 'public'
  const {value, source} = located
  const [first] = isList(value) ? value : [located]
  const text = scalarText(first?.value)
  const found = INTERFACES.find((name) => name === text?.replace(/URL$/, ''))
  if (found) return found
  const shown = text === undefined ? kindOf(value) : `"${text}"`
  throw new ConfigError(`${source.name}: interface must be ${INTERFACES.join(', ')}, not ${shown}.`)
}
