import {IDLE} from '#cloud/http/exchange'
import {isReading} from '#cloud/http/methods'

/** What was being done when it failed. */
export interface Attempt {
  method: string
  url: string
  /** Service type, where the address comes from the catalog or an override. */
  service?: string | undefined
  proxy: URL | undefined
  /** Seconds, where there is a limit. */
  timeout: number | undefined
  /** The CA bundle in use, for hints. */
  bundle: string | undefined
  /** The next step where the address may be wrong. */
  addressHint?: string | undefined
}

/** The middle of a message, and the next step. */
export interface Explanation {
  text: string
  hint: string
}

const hostOf = ({url, proxy}: Attempt): string => (proxy ?? new URL(url)).host

const checkAddress = ({addressHint = 'Check auth_url and the endpoints: osc doctor'}: Attempt): string => addressHint

const refused = (attempt: Attempt): Explanation => ({
  text: 'connection refused',
  hint: attempt.proxy
    ? `Check HTTPS_PROXY, HTTP_PROXY and NO_PROXY: no proxy is listening on ${attempt.proxy.host}.`
    : `Check that the service is running: nothing is listening on ${hostOf(attempt)}. ${checkAddress(attempt)}`,
})

const unknownHost = (attempt: Attempt): Explanation => ({
  text: `the host name ${(attempt.proxy ?? new URL(attempt.url)).hostname} is unknown`,
  hint: attempt.proxy ? 'Check HTTPS_PROXY and HTTP_PROXY.' : checkAddress(attempt),
})

const unreachable = (attempt: Attempt): Explanation => ({
  text: `there is no route to ${hostOf(attempt)}`,
  hint: 'Check the network, the VPN, and whether a proxy is needed (HTTPS_PROXY).',
})

const silent = (attempt: Attempt): Explanation => ({
  text: attempt.timeout === undefined ? 'it timed out' : `there was no response for ${attempt.timeout} seconds`,
  hint:
    attempt.timeout === undefined ? 'Check the network, the VPN and firewalls.' : 'Raise api_timeout in clouds.yaml.',
})

/** Whether the request was carried out cannot be known, which matters where repeating it is not safe. */
const broken = (attempt: Attempt, cause: unknown): Explanation => {
  if (cause instanceof Error && /before secure TLS connection/.test(cause.message)) return noTls(attempt)
  const tls = attempt.url.startsWith('http:') ? ' If the port uses TLS, use https:// in the URL.' : ''
  const again = isReading(attempt.method)
    ? 'Try again. If the problem persists, the service or a proxy in front of it is failing.'
    : 'The request may have succeeded: check before you retry.'
  return {text: 'the connection was closed before the response was complete', hint: `${again}${tls}`}
}

/** Nothing has been sent yet. */
const noTls = ({url}: Attempt): Explanation => ({
  text: 'the connection was closed during the TLS handshake',
  hint: `If ${new URL(url).host} is a plain HTTP port, use http:// in the URL. Otherwise try again.`,
})

const untrusted = ({url, bundle}: Attempt): Explanation => ({
  text: bundle
    ? `its certificate is not signed by an authority in ${bundle}`
    : 'its certificate is not signed by a known authority',
  hint: `Trust the authority of ${new URL(url).hostname} with --os-cacert FILE (cacert in clouds.yaml), or skip verification: --insecure`,
})

const notTls = ({url, proxy}: Attempt): Explanation => ({
  text: 'the server does not use TLS',
  hint: proxy
    ? 'Check the scheme of the proxy URL: most proxies use http://, even for https requests.'
    : `If ${new URL(url).host} is a plain HTTP port, use http:// in the URL.`,
})

const wantsCertificate = (): Explanation => ({
  text: 'the service requires a client certificate, or rejects the one that was sent',
  hint: 'Set one with --os-cert FILE and --os-key FILE (cert and key in clouds.yaml).',
})

const notHttp = (attempt: Attempt): Explanation => ({
  text: 'the response is not HTTP',
  hint: attempt.url.startsWith('http:')
    ? `If the port uses TLS, use https:// in the URL. ${checkAddress(attempt)}`
    : checkAddress(attempt),
})

const expired = (): Explanation => ({
  text: 'its certificate has expired',
  hint: 'Ask the operator to renew it, and check the clock of this machine. To skip verification: --insecure',
})

const notYetValid = (): Explanation => ({
  text: 'its certificate is not valid yet',
  hint: 'Check the clock of this machine.',
})

const otherName = ({url}: Attempt, cause: unknown): Explanation => {
  const names = cause instanceof Error && 'cert' in cause ? Object(cause.cert).subjectaltname : undefined
  return {
    text: `its certificate is not for ${new URL(url).hostname}${names ? ` but for ${names}` : ''}`,
    hint: 'Use a host name that the certificate lists, or skip verification: --insecure',
  }
}

/** Any other error, with Node's message. */
export function unexplained(attempt: Attempt, cause: unknown, code: string): Explanation {
  const text = cause instanceof Error && cause.message ? cause.message : code
  return {text: text.trim().replace(/\.$/, ''), hint: checkAddress(attempt)}
}

/** True when a certificate fails for want of a known authority. */
export const isUntrusted = (code: string): boolean => EXPLANATIONS[code] === untrusted

/** True when the other side answered something else than HTTP. */
export const isNotHttp = (code: string): boolean => EXPLANATIONS[code] === notHttp

/** By Node's error codes. */
export const EXPLANATIONS: Readonly<Record<string, (attempt: Attempt, cause: unknown) => Explanation>> = {
  ECONNREFUSED: refused,
  ENOTFOUND: unknownHost,
  EAI_AGAIN: unknownHost,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  EADDRNOTAVAIL: unreachable,
  ETIMEDOUT: silent,
  [IDLE]: silent,
  ECONNRESET: broken,
  ECONNABORTED: broken,
  EPIPE: broken,
  HPE_INVALID_EOF_STATE: broken,
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  UNABLE_TO_GET_ISSUER_CERT: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  CERT_UNTRUSTED: untrusted,
  CERT_HAS_EXPIRED: expired,
  CERT_NOT_YET_VALID: notYetValid,
  ERR_TLS_CERT_ALTNAME_INVALID: otherName,
  ERR_SSL_WRONG_VERSION_NUMBER: notTls,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: notTls,
  ERR_SSL_HTTP_REQUEST: notTls,
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: wantsCertificate,
  ERR_SSL_TLSV1_ALERT_UNKNOWN_CA: wantsCertificate,
  ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE: wantsCertificate,
  ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN: wantsCertificate,
  ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE: wantsCertificate,
  'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE': wantsCertificate,
  HPE_INVALID_CONSTANT: notHttp,
  HPE_INVALID_VERSION: notHttp,
  HPE_INVALID_HEADER_TOKEN: notHttp,
}
