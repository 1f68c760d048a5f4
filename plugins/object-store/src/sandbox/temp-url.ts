import {BlockList} from 'node:net'
import {type Call, type Caller, type Handler, type Routes, SandboxFailure} from '@osc-cli/core/sandbox'
import {PATH} from '#sandbox/objects'
import type {Records} from '#sandbox/records'
import {type Digest, signatureOf} from '#temp-url'

/** The digests of signatures, by their length. */
const BY_LENGTH: Readonly<Record<number, Digest>> = {40: 'sha1', 64: 'sha256'}

/** GET and HEAD of an object by a temporary URL or a token. Uploads need a token: what is public may not be large. */
export function tempUrlRoutes(records: Records, get: Handler): Routes {
  return {
    [`GET ${PATH}`]: (call: Call) => {
      const caller = call.query.has('temp_url_sig') ? signer(records, call) : owner(records, call)
      if (caller) return get({...call, caller})
      throw new SandboxFailure(401, 'The request you have made requires authentication.')
    },
  }
}

const owner = ({cloud}: Records, {method, path, headers}: Call): Caller | undefined =>
  cloud
    .service('identity')
    ?.authenticate?.(headers['x-auth-token'] ?? '', {service: 'object-store', method, path: path.slice(PREFIX.length)})

const PREFIX = '/object-store'

/** The caller that a signature stands for; undefined when it is not that of a key of the container or account, or has expired. */
function signer(records: Records, call: Call): Caller | undefined {
  const requested = (name: string) => call.query.get(`temp_url_${name}`)
  const [signature = '', expires = '', range, prefix] = ['sig', 'expires', 'ip_range', 'prefix'].map(
    (name) => requested(name) ?? undefined,
  )
  const seconds = Number(/^\d+$/.test(expires) ? expires : Date.parse(expires) / 1000)
  if (!(seconds * 1000 > records.cloud.now().getTime()) || (range !== undefined && !hasLoopback(range)))
    return undefined
  const digest = signature.startsWith('sha512:') ? 'sha512' : BY_LENGTH[signature.length]
  const path = decodeURIComponent(call.path)
  const [, , , account = '', container = ''] = path.split('/')
  const base = path.split('/').slice(0, 5).join('/')
  if (prefix !== undefined && !path.startsWith(`${base}/${prefix}`)) return undefined
  const target = prefix === undefined ? path : `prefix:${base}/${prefix}`
  const lines = (method: string) => [...(range === undefined ? [] : [`ip=${range}`]), method, String(seconds), target]
  const isValid = keysOf(records, account, container).some((key) =>
    // A signature for GET allows HEAD as well.
    [call.method, 'GET'].some((method) => digest && signatureOf(key, digest, lines(method)) === signature),
  )
  return isValid ? {...call.caller, projectId: account.replace(/^AUTH_/, '')} : undefined
}

function keysOf(records: Records, account: string, container: string): string[] {
  const [own, all] = [records.container(account, container)?.headers ?? {}, records.accountHeaders(account)]
  const names = ['temp-url-key', 'temp-url-key-2']
  return names.flatMap((name) => [own[`x-container-meta-${name}`] ?? [], all[`x-account-meta-${name}`] ?? []].flat())
}

/** Whether a range has the address of everyone who can reach the sandbox. */
function hasLoopback(range: string): boolean {
  const [address = '', bits = '32'] = range.split('/')
  const list = new BlockList()
  try {
    list.addSubnet(address, Number(bits))
  } catch {
    return false
  }
  return list.check('127.0.0.1')
}
