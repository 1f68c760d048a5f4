import {isSecretKey} from '#cloud/config/secret-keys'
import {isSecretHeader} from '#cloud/http/headers'
import {editDistance} from '#text/edit-distance'

/** Names of secrets that are not settings of a cloud. */
const MORE =
  /^(?:blob|payload|otp|verifier|assertion|auth_data|sig)$|(?:^|_)(?:pwd|pw|pass|secret|verifier|signature|(?:temp_url|sync)_key(?:_2)?)$/

/** Whether a declared option, argument, variable or key of this name holds a secret: `--password`, `OS_TOKEN`, `db_pw`. */
export function isSecretName(name: string): boolean {
  const words = name
    .replace(/^(?:--os-|--?|OS_)/, '')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toLowerCase()
  return isSecretKey(words) || MORE.test(words)
}

const SOUND = /pass|pwd|psk|secret|token|code|credential|key|payload|assertion|otp|auth-?data|verifier|blob/i
const MISSPELT = ['password', 'passwd', 'passphrase', 'passcode', 'secret', 'token', 'verifier', 'credential']

/** Whether a name that nothing declares could be meant for a secret, misspelt or not: `--pasword`, `--admin-pass`, `--secrt`, `-p`. */
export function soundsSecret(name: string): boolean {
  const words = name.toLowerCase().split(/[^a-z]+/)
  const isMisspelt = (word: string) =>
    word.length > 3 && MISSPELT.some((secret) => editDistance(word, secret) <= Math.floor(secret.length / 4))
  // What `-p` stands for in clients that osc has no plugin for: a password, or the payload of a secret.
  return name === '-p' || SOUND.test(name) || words.some(isMisspelt)
}

/** Headers that open nothing, so that their values may be shown. */
const HARMLESS =
  /^(?:accept(?:-.*)?|content-(?:type|length|encoding|disposition)|user-agent|openstack-api-version|x-openstack-.*-api-version|if-.*|range|etag)$/

/** Whether the value of a header somebody sends is a secret: any that is not known to be harmless. */
export const mayHoldSecret = (name: string): boolean =>
  isSecretHeader(name.toLowerCase()) || !HARMLESS.test(name.toLowerCase())
