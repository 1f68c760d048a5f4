import {execFileSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

/** Files of a certificate and its key, and their contents. */
export interface Certificate {
  certFile: string
  keyFile: string
  cert: string
  key: string
}

/** Makes certificates with openssl in a folder of its own. */
export interface CertificateMaker {
  folder: string
  /** An authority that signs what `issued` makes. */
  authority: Certificate
  /** `starts`: when it begins to be valid, as `20900101000000Z`; for a day. */
  issued(name: string, options?: {altName?: string; days?: number; starts?: string}): Certificate
  selfSigned(name: string): Certificate
  remove(): void
}

export function makeCertificates(): CertificateMaker {
  const folder = mkdtempSync(join(tmpdir(), 'osc-certificates-'))
  const openssl = (...args: string[]) => execFileSync('openssl', args, {cwd: folder, stdio: 'pipe'})
  const files = (name: string): Certificate => {
    const [certFile, keyFile] = [join(folder, `${name}.pem`), join(folder, `${name}.key`)]
    return {certFile, keyFile, cert: readFileSync(certFile, 'utf8'), key: readFileSync(keyFile, 'utf8')}
  }
  const request = (name: string, ...more: string[]) =>
    openssl(
      'req',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-subj',
      `/CN=${name}`,
      '-keyout',
      `${name}.key`,
      ...more,
    )
  request('authority', '-x509', '-days', '2', '-out', 'authority.pem')
  return {
    folder,
    authority: files('authority'),
    issued(name, {altName = 'DNS:localhost,IP:127.0.0.1', days = 2, starts} = {}) {
      request(name, '-out', `${name}.csr`)
      writeFileSync(join(folder, `${name}.ext`), `subjectAltName=${altName}\n`)
      if (starts !== undefined) {
        writeFileSync(join(folder, 'ca.cnf'), CA)
        writeFileSync(join(folder, 'index.txt'), '')
        const keys = ['-cert', 'authority.pem', '-keyfile', 'authority.key', '-extfile', `${name}.ext`]
        const dates = ['-startdate', starts, '-days', String(days)]
        openssl(
          'ca',
          '-batch',
          '-notext',
          '-config',
          'ca.cnf',
          ...keys,
          ...dates,
          '-in',
          `${name}.csr`,
          '-out',
          `${name}.pem`,
        )
        return files(name)
      }
      const signer = ['-CA', 'authority.pem', '-CAkey', 'authority.key', '-CAcreateserial', '-extfile', `${name}.ext`]
      openssl('x509', '-req', '-in', `${name}.csr`, '-days', String(days), ...signer, '-out', `${name}.pem`)
      return files(name)
    },
    selfSigned(name) {
      request(name, '-x509', '-days', '2', '-addext', 'subjectAltName=DNS:localhost', '-out', `${name}.pem`)
      return files(name)
    },
    remove: () => rmSync(folder, {recursive: true, force: true}),
  }
}

// Only `openssl ca` can sign for a time to come.
const CA = `[ca]
default_ca = own
[own]
database = index.txt
new_certs_dir = .
rand_serial = yes
default_md = sha256
policy = any
[any]
commonName = supplied
`
