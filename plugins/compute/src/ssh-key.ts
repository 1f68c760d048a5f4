import {generateKeyPairSync, randomBytes} from 'node:crypto'

/** A new Ed25519 key in the formats of OpenSSH. */
export interface SshKey {
  /** The file that ssh reads. */
  privateKey: string
  /** `ssh-ed25519 AAAA...` */
  publicKey: string
}

/** Creates an Ed25519 key pair. */
export function newSshKey(): SshKey {
  const {privateKey, publicKey} = generateKeyPairSync('ed25519')
  // The keys themselves are the last 32 bytes of their DER forms.
  const seed = privateKey.export({format: 'der', type: 'pkcs8'}).subarray(-32)
  const point = publicKey.export({format: 'der', type: 'spki'}).subarray(-32)
  const publicBlob = Buffer.concat([field(TYPE), field(point)])
  return {privateKey: pem(privateBlob(publicBlob, seed, point)), publicKey: `${TYPE} ${publicBlob.toString('base64')}`}
}

const TYPE = 'ssh-ed25519'
const BLOCK = 8

/** openssh-key-v1, without a passphrase: PROTOCOL.key in the sources of OpenSSH. */
function privateBlob(publicBlob: Buffer, seed: Buffer, point: Buffer): Buffer {
  const check = randomBytes(4)
  const secret = Buffer.concat([
    check,
    check,
    field(TYPE),
    field(point),
    field(Buffer.concat([seed, point])),
    field(''),
  ])
  const missing = (BLOCK - (secret.length % BLOCK)) % BLOCK
  const padding = Buffer.from(Array.from({length: missing}, (_, at) => at + 1))
  return Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    field('none'),
    field('none'),
    field(''),
    uint32(1),
    field(publicBlob),
    field(Buffer.concat([secret, padding])),
  ])
}

function pem(blob: Buffer): string {
  const lines = blob.toString('base64').match(/.{1,70}/g) ?? []
  return `-----BEGIN OPENSSH PRIVATE KEY-----\n${lines.join('\n')}\n-----END OPENSSH PRIVATE KEY-----\n`
}

function field(content: string | Buffer): Buffer {
  const bytes = Buffer.from(content)
  return Buffer.concat([uint32(bytes.length), bytes])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
