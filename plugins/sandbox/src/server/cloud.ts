import {randomBytes} from 'node:crypto'
import type {SandboxCloud, SandboxInstance, SandboxService, Store} from '@osc-cli/core/sandbox'
import type {WorkClock} from '#server/clock'
import {createLocalCalls} from '#server/local-calls'
import {KEPT} from '#server/sqlite-store'

export interface CloudParts {
  store: Store
  clock: WorkClock
  url: string
  region: string
  services: readonly SandboxService[]
  log(line: string): void
}

/** The running services, and how to close them. */
export interface OpenCloud {
  cloud: SandboxCloud
  instances: ReadonlyMap<SandboxService, SandboxInstance>
  close(): Promise<void>
}

/** Opens every service on the store, identity first, since the others look up their users there. */
export function openCloud({store, clock, url, region, services, log}: CloudParts): OpenCloud {
  const instances = new Map<SandboxService, SandboxInstance>()
  const service = (type: string) => [...instances].find(([known]) => known.type === type)?.[1]
  const cloud: SandboxCloud = {
    store,
    url,
    region,
    services,
    log,
    service,
    ask: createLocalCalls({store, url, services, service}),
    secret: (name) => secretOf(store, name),
    newId: () => randomBytes(16).toString('hex'),
    now: clock.now,
    after: clock.after,
  }
  const identityFirst = services.toSorted((a, b) => Number(b.type === 'identity') - Number(a.type === 'identity'))
  for (const service of identityFirst)
    instances.set(
      service,
      store.transaction(() => service.open(cloud)),
    )
  return {
    cloud,
    instances,
    async close() {
      clock.clear()
      for (const instance of instances.values()) await instance.close?.()
    },
  }
}

function secretOf(store: Store, name: string): string {
  const secrets = store.collection(KEPT)
  const id = `secret ${name}`
  const known = secrets.get(id)?.value
  if (typeof known === 'string') return known
  const value = randomBytes(18).toString('base64url')
  secrets.put(id, {value})
  return value
}
