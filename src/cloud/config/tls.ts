import {join} from 'node:path'
import {flagOf, textOf} from '#cloud/config/checked'
import {kindOf, type Located} from '#cloud/config/located'
import type {CloudConfig} from '#cloud/config/types'
import {ConfigError} from '#errors'

/** `insecure` beats `verify`, as in openstacksdk, but not a --verify on the line. */
export function applyInsecure(settings: Map<string, Located>): void {
  const insecure = settings.get('insecure')
  if (!insecure || !flagOf(insecure) || settings.get('verify')?.source.kind === 'option') return
  settings.set('verify', {value: false, source: insecure.source})
}

/**
 * How servers are checked and how we identify ourselves. `verify` may also be the path of the authorities'
 * certificates, as Python's requests has it. A leading ~ is the home folder.
 */
export function tlsOf(
  settings: ReadonlyMap<string, Located>,
  home: string,
): Pick<CloudConfig, 'verify' | 'cacert' | 'cert' | 'key'> {
  const path = (text: string | undefined) => (text?.startsWith('~/') ? join(home, text.slice(2)) : text)
  const file = (key: string) => path(textOf(settings.get(key), key))
  const {verify, cacert} = verifyOf(settings.get('verify'))
  return {verify, cacert: file('cacert') ?? path(cacert), cert: file('cert'), key: file('key')}
}

function verifyOf(located: Located | undefined): {verify: boolean; cacert?: string} {
  if (!located || located.value === null || located.value === '') return {verify: true}
  const {value, source} = located
  if (typeof value === 'boolean') return {verify: value}
  if (typeof value !== 'string') {
    throw new ConfigError(`${source.name}: verify must be true or false, not ${kindOf(value)}.`)
  }
  if (/^(?:true|yes|on|1)$/i.test(value)) return {verify: true}
  return /^(?:false|no|off|0)$/i.test(value) ? {verify: false} : {verify: true, cacert: value}
}
