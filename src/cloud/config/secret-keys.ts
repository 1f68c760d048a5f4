const SECRET =
  /(?:^|_)(?:pass|password|passwd|passcode|passphrase|secret|token|private_key|secret_key|psk|api_key|access_key|signing_key|hmac_key)$/

/** Whether the value of a setting or authentication option of this name must not be shown: `password`, `client_secret`. */
export function isSecretKey(name: string): boolean {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toLowerCase()
  return SECRET.test(words) || words === 'code' || words === 'authorization_code'
}
