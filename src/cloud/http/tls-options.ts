import type {SecureContextOptions} from 'node:tls'
import type {TransportOptions} from '#cloud/transport-types'
import {ConfigError} from '#errors'
import {fileReason} from '#files/file-error'
import {readNow} from '#files/read-limited'

/** Far more than all authorities. */
const MOST_MEBIBYTES = 16

export type TlsOptions = SecureContextOptions & {rejectUnauthorized: boolean}

type Settings = Pick<TransportOptions, 'verify' | 'cacert' | 'cert' | 'key' | 'env' | 'sources'>

/** A file that a setting names: `cert`, and ` (from clouds.yaml:9)`. */
interface PemFile {
  file: string
  what: string
  from: string
}

/**
 * What TLS connections trust and show. A CA bundle replaces the built-in authorities; it comes from the configuration, else
 * from the variables that Python's HTTP library reads. ConfigError when a file cannot be read or is of the wrong kind.
 */
export function tlsOptions(settings: Settings): TlsOptions {
  const options: TlsOptions = {rejectUnauthorized: settings.verify}
  const bundle = bundleOf(settings)
  if (settings.verify && bundle) options.ca = authorities({...bundle, what: bundle.name})
  return settings.cert ? {...options, ...clientCertificate(settings.cert, settings)} : options
}

function clientCertificate(file: string, {key: keyFile, sources = {}}: Settings): {cert: string; key: string} {
  const certificate = {file, what: 'client certificate', from: fromSource(sources.cert)}
  const cert = readPem(certificate, /BEGIN (?:TRUSTED |X509 )?CERTIFICATE/)
  if (!keyFile && !PRIVATE_KEY.test(cert)) {
    throw new ConfigError(`The client certificate ${file}${certificate.from} has no key: key is not set.`, {
      hint: 'Set key (--os-key, OS_KEY) to the file with its private key.',
    })
  }
  const source = {file: keyFile || file, what: 'client key', from: fromSource(keyFile ? sources.key : sources.cert)}
  const key = readPem(source, PRIVATE_KEY)
  checkPair(cert, key, certificate, source)
  return {cert, key}
}

const PRIVATE_KEY = /BEGIN [A-Z ]*PRIVATE KEY/
const ENCRYPTED = /BEGIN ENCRYPTED PRIVATE KEY|^Proc-Type: *4,ENCRYPTED/m

/** OpenSSL would say it in its own words when the first connection is made. */
function checkPair(cert: string, key: string, certificate: PemFile, {file, from}: PemFile): void {
  if (ENCRYPTED.test(key)) {
    throw new ConfigError(`The client key ${file}${from} is encrypted; osc does not support encrypted keys.`, {
      hint: `Decrypt it: openssl pkey -in ${file} -out NEW_FILE`,
    })
  }
  const {createPrivateKey, X509Certificate} = process.getBuiltinModule('node:crypto')
  let fits: boolean
  try {
    fits = new X509Certificate(cert).checkPrivateKey(createPrivateKey(key))
  } catch (cause) {
    throw new ConfigError(`The client certificate ${certificate.file} or its key ${file}${from} is damaged.`, {cause})
  }
  if (fits) return
  throw new ConfigError(
    `The client key ${file}${from} does not belong to the client certificate ${certificate.file}${certificate.from}.`,
    {hint: 'Set key to the private key of this certificate.'},
  )
}

const fromSource = (source: string | undefined): string => (source === undefined ? '' : ` (from ${source})`)

/** The CA bundle in use and the setting that names it. */
export function bundleOf({
  cacert,
  env,
  sources = {},
}: Settings): {file: string; name: string; from: string} | undefined {
  if (cacert) return {file: cacert, name: 'CA bundle', from: fromSource(sources.cacert)}
  for (const name of ['REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE']) {
    const file = env[name]
    if (file) return {file, name, from: ''}
  }
  return undefined
}

/** The built-in authorities and those of the operating system, which cost a tenth of a second to read. */
export function allAuthorities(): string[] {
  const {getCACertificates} = process.getBuiltinModule('node:tls')
  return [...new Set([...getCACertificates('default'), ...getCACertificates('system')])]
}

/** A file of certificates, or a folder of such files as OpenSSL's rehash makes it. */
function authorities(bundle: PemFile): string[] {
  const {readdirSync, statSync} = process.getBuiltinModule('node:fs')
  const {file} = bundle
  if (!statSync(file, {throwIfNoEntry: false})?.isDirectory()) return [readPem(bundle, /BEGIN [A-Z0-9 ]*CERTIFICATE/)]
  const files = readdirSync(file).filter((entry) => /\.(?:\d+|pem|crt)$/.test(entry))
  const texts = files.map((entry) => readPem({...bundle, file: `${file}/${entry}`}, /^/))
  return [...new Set(texts)].filter((text) => text.includes('BEGIN'))
}

function readPem(source: PemFile, kind: RegExp): string {
  const text = textOf(source)
  if (kind.test(text)) return text
  const {file, what, from} = source
  throw new ConfigError(`The ${what} ${file}${from} is not in PEM format, or contains something else.`)
}

function textOf({file, what, from}: PemFile): string {
  try {
    return readNow(file, MOST_MEBIBYTES)
  } catch (cause) {
    throw new ConfigError(`The ${what} ${file}${from} cannot be read: ${fileReason(cause)}.`, {
      cause,
      hint: 'Check the path and the permissions of the file.',
      code: 'ConfigUnreadable',
      facts: {file},
    })
  }
}
