import {needed} from '#cloud/auth/params'
import type {AuthContext} from '#cloud/auth/types'
import {placeOf} from '#cloud/http/explain'
import {ConfigError} from '#errors'

/** Keystone's address with /v3: auth_url as it is when it ends so. */
export async function identityUrl({config, discovery, trace}: AuthContext): Promise<string> {
  const given = needed(config, 'auth_url')
  const url = checked(given)
  if (/\/v3$/.test(url)) return url
  if (/\/v2\.0$/.test(url)) {
    trace.note(
      `auth_url ${placeOf(url)} is for Identity API v2.0, which Keystone no longer serves: v3 is used instead.`,
    )
    return url.replace(/v2\.0$/, 'v3')
  }
  // The v3 types leave no doubt about the version; the others ask, for a clear message from a server of another age.
  if (config.authType.startsWith('v3')) return `${url}/v3`
  const versions = await discovery.versions(url)
  if (versions.length > 0 && !versions.some(({id}) => id.startsWith('v3'))) {
    const ids = versions.map(({id}) => id).join(', ')
    throw new ConfigError(`The Keystone at ${placeOf(url)} serves only ${ids}; osc needs Identity API v3.`, {
      hint: 'Check that auth_url is the address of Keystone.',
    })
  }
  return `${url}/v3`
}

function checked(value: string): string {
  const given = value.trim()
  const url = URL.canParse(given) ? new URL(given) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new ConfigError(`auth_url '${placeOf(given)}' is not an HTTP URL.`, {
      hint: 'Write it like https://keystone.example.org:5000/v3',
    })
  }
  return given
    .replace(/[?#].*$/, '')
    .replace(/\/auth\/tokens\/?$/, '')
    .replace(/\/+$/, '')
}
