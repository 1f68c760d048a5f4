import type {SecureContextOptions} from 'node:tls'
import type {TransportOptions} from '#cloud/transport-types'
import {ConfigError} from '#errors'

export type TlsOptions = SecureContextOptions & {rejectUnauthorized: boolean}

type Settings = Pick<TransportOptions, 'verify' | 'cacert' | 'cert' | 'key' | 'env'>

/**
 * What TLS connections trust and show. A CA bundle replaces the built-in authorities; it comes from the configuration, else
 * from the variables that Python's HTTP library reads. ConfigError when a file cannot be read or is of the wrong kind.
 */
export function tlsOptions(settings: Settings): TlsOptions {
  const {verify, cert, key} = settings
  const options: TlsOptions = {rejectUnauthorized: verify}
  const bundle = bundleOf(settings)
  if (verify && bundle) options.ca = authorities(bundle.file, bundle.name)
  if (cert) {
    options.cert = readPem(cert, 'client certificate', /BEGIN (?:TRUSTED |X509 )?CERTIFICATE/)
    options.key = readPem(key || cert, 'client key', /BEGIN [A-Z ]*PRIVATE KEY/)
  }
  return options
}

/** The CA bundle in use and the setting that names it. */
export function bundleOf({cacert, env}: Settings): {file: string; name: string} | undefined {
  if (cacert) return {file: cacert, name: 'CA bundle'}
  for (const name of ['REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE']) {
    const file = env[name]
    if (file) return {file, name}
  }
  return undefined
}

/** The built-in authorities and those of the operating system, which cost a tenth of a second to read. */
export function allAuthorities(): string[] {
  const {getCACertificates} = process.getBuiltinModule('node:tls')
  return [...new Set([...getCACertificates('default'), ...getCACertificates('system')])]
}

/** A file of certificates, or a folder of such files as OpenSSL's rehash makes it. */
function authorities(file: string, name: string): string[] {
  const {readdirSync, statSync} = process.getBuiltinModule('node:fs')
  if (!statSync(file, {throwIfNoEntry: false})?.isDirectory())
    return [readPem(file, name, /BEGIN [A-Z0-9 ]*CERTIFICATE/)]
  const files = readdirSync(file).filter((entry) => /\.(?:\d+|pem|crt)$/.test(entry))
  const texts = files.map((entry) => readPem(`${file}/${entry}`, name, /^/))
  return [...new Set(texts)].filter((text) => text.includes('BEGIN'))
}

function readPem(file: string, what: string, kind: RegExp): string {
  const text = readFile(file, what)
  if (kind.test(text)) return text
  throw new ConfigError(`The ${what} ${file} is not in PEM format, or holds something else.`)
}

function readFile(file: string, what: string): string {
  try {
    return process.getBuiltinModule('node:fs').readFileSync(file, 'utf8')
  } catch (cause) {
    const reason =
      cause instanceof Error && 'code' in cause && cause.code === 'ENOENT' ? 'there is no such file' : String(cause)
    throw new ConfigError(`The ${what} ${file} cannot be read: ${reason.replace(/^Error: /, '')}.`, {
      cause,
      hint: `The ${what} is cacert, cert or key in clouds.yaml, --os-cacert and the like, or REQUESTS_CA_BUNDLE.`,
      code: 'ConfigUnreadable',
      facts: {file},
    })
  }
}
