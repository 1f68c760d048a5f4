import {type Finding, failed, ok, skipped, warning} from '#advice/doctor/finding'
import type {CloudConfig} from '#cloud/config/types'
import {clockSkew} from '#cloud/http/clock'
import type {Transport} from '#cloud/transport-types'
import {ConnectionError} from '#errors'
import {asText} from '#json'

export const TLS_CODE = /^(?:CERT_|ERR_TLS|ERR_SSL|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED|PlainHttp)/

/** Whether the identity service answers, over which TLS, and what its clock says. One request. */
export async function networkFindings(config: CloudConfig, transport: Transport): Promise<Finding[]> {
  const url = asText(config.auth.auth_url)
  if (url === undefined || !URL.canParse(url)) return [skipped('network', 'auth_url is not set')]
  const source = config.sources['auth.auth_url']?.name ?? 'auth_url'
  try {
    const answer = await transport.send({method: 'GET', url})
    answer.stream().resume()
    return [
      ok('network', `${new URL(url).host} responds`),
      tlsFinding(config, new URL(url), source),
      clock(answer.headers.date),
    ]
  } catch (error) {
    if (!(error instanceof ConnectionError)) throw error
    const finding = failed(TLS_CODE.test(error.code) ? 'tls' : 'network', error)
    return [{...finding, fix: `${finding.fix ?? ''} The address comes from auth_url (${source}).`.trim()}]
  }
}

function tlsFinding(config: CloudConfig, url: URL, source: string): Finding {
  if (url.protocol === 'https:') {
    if (config.verify) return ok('tls', `the certificate of ${url.hostname} is valid`)
    return warning(
      'tls',
      'certificates are not verified',
      `Set verify: true${from(config, 'verify')}, and cacert if the certificate is signed by a private CA.`,
    )
  }
  if (/^(?:localhost|127\.|\[::1\])/.test(url.hostname))
    return ok('tls', `plain http to ${url.hostname}, which stays on this machine`)
  return warning(
    'tls',
    `auth_url is plain http: passwords and tokens are sent unencrypted to ${url.hostname}`,
    `Use https:// in auth_url (${source}).`,
  )
}

const from = ({sources}: CloudConfig, key: string): string => {
  const source = sources[key]
  return source && source.kind !== 'default' ? ` (currently from ${source.name})` : ''
}

function clock(date: string | undefined): Finding {
  if (date === undefined) return skipped('clock', 'the response has no Date header')
  const skew = clockSkew(date)
  if (skew === undefined) return ok('clock', 'the clocks of this machine and the cloud agree within a minute')
  return warning(
    'clock',
    `the clock of this machine is ${skew} that of the cloud, so tokens and certificates expire at the wrong time`,
    'timedatectl set-ntp true',
  )
}
