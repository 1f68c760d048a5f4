import {type CommandContext, type JsonObject, readSecret, readSource, type Source, UsageError} from '@osc-cli/core'

/** The properties that let Nova verify an image: its signature by a private key, for a certificate in Barbican. */
export async function signatureOf(
  {runtime}: Pick<CommandContext, 'runtime'>,
  source: Source,
  keyPath: string,
  certificate: string,
): Promise<JsonObject> {
  const {constants, createSign} = process.getBuiltinModule('node:crypto')
  const key = await readKey(runtime, keyPath)
  const signer = createSign('sha256')
  for await (const chunk of source.open()) signer.update(chunk)
  const pss = {padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_MAX_SIGN}
  return {
    img_signature: signer.sign({key, ...pss}, 'base64'),
    img_signature_certificate_uuid: certificate,
    img_signature_hash_method: 'SHA-256',
    img_signature_key_type: 'RSA-PSS',
  }
}

async function readKey(runtime: CommandContext['runtime'], path: string) {
  const {createPrivateKey} = process.getBuiltinModule('node:crypto')
  const key = await readSource(path, runtime)
  const isEncrypted = key.includes('ENCRYPTED')
  const passphrase = isEncrypted ? await readSecret(runtime, `Password of ${path}: `) : undefined
  try {
    const loaded = createPrivateKey({key, ...(passphrase !== undefined && {passphrase})})
    if (loaded.asymmetricKeyType === 'rsa') return loaded
  } catch (error) {
    throw new UsageError(`${path} cannot be read as a private key in PEM format.`, {
      hint: isEncrypted ? 'Check the password.' : 'Specify a file with an RSA private key.',
      cause: error,
    })
  }
  throw new UsageError(`${path} is not an RSA private key.`, {hint: 'Specify a file with an RSA private key.'})
}
