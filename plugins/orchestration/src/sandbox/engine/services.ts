import {randomUUID} from 'node:crypto'
import {asObject, type Json, type JsonObject} from '@osc-cli/core'
import {type Answer, type Caller, type LocalRequest, SandboxFailure} from '@osc-cli/core/sandbox'
import type {StackRecord} from '#sandbox/engine/records'
import type {World} from '#sandbox/engine/world'
import {ResourceFailure} from '#sandbox/resources/type'

export type ServiceType = 'compute' | 'network' | 'block-storage' | 'image' | 'object-store' | 'identity'

/** The other services of the sandbox. Each request throws a ServiceFailure when the service refuses it. */
export interface Services {
  /** The body of a GET. Attributes are read while a template is evaluated, so this does not wait. */
  get(service: ServiceType, path: string): JsonObject
  /** The same for a service whose list is not an object: Swift. */
  list(service: ServiceType, path: string): Json
  /** The body of the answer. */
  send(method: LocalRequest['method'], service: ServiceType, path: string, body?: JsonObject): Promise<JsonObject>
  /** The headers of the answer, for Swift. */
  headers(request: LocalRequest): Readonly<Record<string, string>>
}

/** A refusal of a service, as Heat's client of that service words it. */
export class ServiceFailure extends ResourceFailure {
  readonly status: number

  constructor(service: ServiceType, {status, message}: SandboxFailure) {
    const request = `req-${randomUUID()}`
    if (service === 'network')
      super(neutronKind(status, message), `${message}\nNeutron server returns request_ids: ['${request}']`)
    else super(KINDS[status] ?? 'ClientException', `${message} (HTTP ${status}) (Request-ID: ${request})`)
    this.status = status
  }
}

const KINDS: Readonly<Record<number, string>> = {
  400: 'BadRequest',
  403: 'Forbidden',
  404: 'NotFound',
  409: 'Conflict',
  413: 'OverLimit',
}

const NEUTRON_KINDS: readonly [RegExp, string][] = [
  [/on network .* in use/, 'NetworkInUseClient'],
  [/^Network .* could not be found/, 'NetworkNotFoundClient'],
  [/^Port .* could not be found/, 'PortNotFoundClient'],
  [/^Quota exceeded/, 'OverQuotaClient'],
  [/^No more IP addresses/, 'IpAddressGenerationFailureClient'],
]

const neutronKind = (status: number, message: string): string =>
  NEUTRON_KINDS.find(([pattern]) => pattern.test(message))?.[1] ?? KINDS[status] ?? 'NeutronClientException'

/** Nova's newest microversion that the sandbox's Heat was written for. */
const HEADERS = {'openstack-api-version': 'compute 2.96'}

export function servicesOf({cloud}: World, stack: StackRecord): Services {
  const ask = (service: ServiceType, request: LocalRequest): Answer | Promise<Answer> => {
    try {
      return cloud.ask(service, {...request, headers: {...HEADERS, ...request.headers}}, callerOf(stack))
    } catch (error) {
      throw error instanceof SandboxFailure && error.status !== 501 ? new ServiceFailure(service, error) : error
    }
  }
  const atOnce = (service: ServiceType, request: LocalRequest): Answer => {
    const answer = ask(service, request)
    if (answer instanceof Promise) throw new Error(`${request.method} ${request.path} does not respond immediately.`)
    return answer
  }
  return {
    get: (service, path) => asObject(bodyOf(atOnce(service, {method: 'GET', path}))),
    list: (service, path) => bodyOf(atOnce(service, {method: 'GET', path})),
    async send(method, service, path, body) {
      return asObject(bodyOf(await ask(service, {method, path, body})))
    },
    headers: (request) => atOnce('object-store', request).headers ?? {},
  }
}

const bodyOf = ({body}: Answer): Json => (body === undefined || body instanceof Uint8Array ? null : body)

// A state file of an older osc has stacks without a user.
const callerOf = ({
  user,
  projectId,
  owner,
}: Pick<StackRecord, 'projectId' | 'owner'> & Partial<StackRecord>): Caller => ({
  token: '',
  userId: user?.userId ?? '',
  userName: user?.userName ?? owner,
  userDomainId: user?.userDomainId ?? 'default',
  projectId,
  projectName: user?.projectName ?? undefined,
  roles: user?.roles ?? ['member'],
})
