import {isIP} from 'node:net'
import {
  Args,
  asArray,
  asObject,
  asText,
  Flags,
  HttpError,
  type Json,
  OscCommand,
  OscError,
  UsageError,
} from '@osc-cli/core'
import {type Expiry, expiresAt, readExpiry} from '#expiry'
import {containerArg} from '#flags'
import {objectName, pathOf} from '#swift'
import {DIGESTS, type Digest, METHODS, tempUrlQuery} from '#temp-url'
import {createKey, keyInFile, noKey, storedKey} from '#temp-url-key'

export default class ObjectTempurl extends OscCommand {
  static override summary = 'Create a temporary URL for an object'
  static override description =
    'Anyone who has the URL can use it until it expires, without authentication. It is signed with the key of the ' +
    'container or of the account, which is not printed. The object need not exist yet.'
  static override roles = ['member']
  static override calls = [
    'HEAD /v1/{account}/{container}',
    'HEAD /v1/{account}',
    'POST /v1/{account}/{container}',
    'GET /info',
  ]
  static override seeAlso = ['object save', 'container create', 'container set']
  static override examples = [
    {command: 'osc object tempurl backups db.sql', description: 'Create a URL that downloads an object for one hour'},
    {
      command: 'osc object tempurl --method PUT --expires 15m --create-key inbox report.pdf',
      description: 'Create a URL that uploads an object, with a new key if the container does not have one',
    },
    {
      command: 'osc object tempurl --prefix-based --expires 7d backups 2026/',
      description: 'Create a URL for all objects whose names start with 2026/',
    },
  ]
  static override args = {
    container: containerArg('Container of the object'),
    object: Args.string({description: 'Object (name), or the prefix of all names with --prefix-based', required: true}),
  }
  static override flags = {
    method: Flags.anyCase({
      description: 'Request that the URL allows (default: GET, which includes HEAD)',
      options: METHODS,
      default: 'GET',
      ignoreCase: true,
    }),
    expires: Flags.custom<Expiry>({
      description:
        'When the URL expires: in 90s, 15m, 1h or 7d, or at a time such as 2030-01-31T12:00:00Z (default: 1h)',
      helpValue: 'TIME',
      parse: async (text) => readExpiry(text),
    })(),
    'prefix-based': Flags.boolean({description: 'Allow all objects whose names start with OBJECT'}),
    'ip-range': Flags.custom<string>({
      description: 'Address or range of the clients that may use the URL: 192.0.2.7 or 192.0.2.0/24',
      helpValue: 'RANGE',
      parse: async (text) => checkedRange(text),
    })(),
    iso8601: Flags.boolean({description: 'Write the expiry time in ISO 8601 instead of as a Unix timestamp'}),
    digest: Flags.option({
      description: 'Digest of the signature (default: sha256 if the service allows it)',
      options: DIGESTS,
    })(),
    'key-file': Flags.string({
      description: 'File with the key (default: the key of the container or of the account)',
      helpValue: 'FILE',
      exclusive: ['create-key'],
    }),
    'create-key': Flags.boolean({description: 'Set a random key on the container if there is none'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ObjectTempurl)
    const expires = expiresAt(flags.expires ?? {after: 3600}, this.now())
    const name = objectName(args.object)
    const path = pathOf(args.container, name)
    const endpoint = await (await this.session()).endpoint('object-store')
    const method = METHODS.find((one) => one === flags.method) ?? 'GET'
    const digest = await this.digest(endpoint, method, flags.digest)
    const key = await this.key(args.container, flags)
    const decoded = `${decodeURIComponent(new URL(endpoint).pathname)}/${args.container}/${name}`
    const options = {isPrefix: flags['prefix-based'], isIso: flags.iso8601, ipRange: flags['ip-range']}
    await this.print(`${endpoint}${path}?${tempUrlQuery(key, decoded, {method, name, expires, digest, ...options})}`)
  }

  private async key(
    container: string,
    flags: {'key-file'?: string | undefined; 'create-key': boolean},
  ): Promise<string> {
    if (flags['key-file'] !== undefined) return await keyInFile(flags['key-file'], this)
    const key = await storedKey(this, container)
    if (key !== undefined) return key
    if (!flags['create-key']) throw noKey(container)
    return await createKey(this, container)
  }

  /** The digest to sign with, among those that the service allows. OscError when it does not allow such a URL. */
  private async digest(endpoint: string, method: string, wanted: Digest | undefined): Promise<Digest> {
    const info = await this.info(endpoint)
    if (info === undefined) return wanted ?? 'sha256'
    const {tempurl} = asObject(info)
    if (tempurl === undefined) throw new OscError('The object store does not support temporary URLs.')
    const allowed = (key: string) => asArray(asObject(tempurl)[key]).map((one) => asText(one) ?? '')
    const [methods, digests] = [allowed('methods'), allowed('allowed_digests')]
    if (methods.length > 0 && !methods.includes(method)) throw refused(`temporary URLs for ${method}`, methods)
    const found = (wanted ? [wanted] : DIGESTS).find((one) => digests.length === 0 || digests.includes(one))
    if (found) return found
    throw refused(`signatures with ${wanted ?? DIGESTS.join(', ')}`, digests)
  }

  /** What the service says about itself; undefined if its administrator has disabled that. */
  private async info(endpoint: string): Promise<Json | undefined> {
    try {
      return await (await this.session()).document(endpoint.replace(/\/v1(?:\/[^/]*)?$/, '/info'))
    } catch (error) {
      if (error instanceof HttpError) return undefined
      throw error
    }
  }
}

const refused = (what: string, allowed: readonly string[]): OscError =>
  new OscError(`The object store does not allow ${what}.`, {hint: `Use one that it allows: ${allowed.join(', ')}`})

/** The text, if it is an address or a range of them. */
function checkedRange(text: string): string {
  const [address = '', bits, ...more] = text.split('/')
  const version = isIP(address)
  const most = version === 6 ? 128 : 32
  if (version > 0 && more.length === 0 && (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= most)))
    return text
  throw new UsageError(`expected an IP address or range, got '${text}'.`, {
    hint: 'Write it as 192.0.2.7 or 192.0.2.0/24.',
  })
}
