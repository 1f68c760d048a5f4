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
  issued(name: string, options?: {altName?: string; days?: number}): Certificate
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
    issued(name, {altName = 'DNS:localhost,IP:127.0.0.1', days = 2} = {}) {
      request(name, '-out', `${name}.csr`)
      writeFileSync(join(folder, `${name}.ext`), `subjectAltName=${altName}\n`)
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
