import type {Json, JsonObject} from '@osc-cli/core'
import type {Documents, Store} from '@osc-cli/core/sandbox'

export type Action =
  | 'INIT'
  | 'CREATE'
  | 'UPDATE'
  | 'DELETE'
  | 'ROLLBACK'
  | 'SUSPEND'
  | 'RESUME'
  | 'CHECK'
  | 'SNAPSHOT'
  | 'RESTORE'
  | 'ADOPT'
export type Status = 'IN_PROGRESS' | 'COMPLETE' | 'FAILED'

/** The source of a stack. */
export type Source = {
  template: JsonObject
  /** `parameters`, `parameter_defaults`, `resource_registry`, `event_sinks`. */
  environment: JsonObject
  files: JsonObject
}

/** The user that a stack acts as at other services: who created or last updated it, with the roles of that time. */
export type StackUser = {
  userId: string
  userName: string
  userDomainId: string
  projectName: string | null
  roles: string[]
}

export type StackRecord = {
  id: string
  name: string
  projectId: string
  owner: string
  user: StackUser
  userProjectId: string
  /** The parent stack and the resource in it; null for a top-level stack. */
  parent: string | null
  parentResource: string | null
  source: Source
  /** A new value whenever the source changes. */
  sourceVersion: string
  /** The source that a rollback restores. */
  previous: Source | null
  action: Action
  status: Status
  reason: string
  createdAt: string
  updatedAt: string | null
  deletedAt: string | null
  disableRollback: boolean
  timeoutMins: number | null
  tags: string[] | null
}

export type ResourceRecord = {
  id: string
  stackId: string
  name: string
  type: string
  /** `STACK-NAME-abcdefghijkl`, which Heat would name a server. */
  physicalName: string
  physicalId: string | null
  action: Action
  status: Status
  reason: string
  /** The type that the resource registry maps `type` to. */
  madeAs: string
  /** Whether the physical resource is kept when the resource is removed. */
  isRetained: boolean
  /** Current properties, with functions resolved. */
  properties: JsonObject
  metadata: JsonObject
  data: JsonObject
  /** Names of the resources that it depends on. */
  requires: string[]
  /** False once it has been replaced. */
  isCurrent: boolean
  createdAt: string
  updatedAt: string
}

export type EventRecord = {
  id: string
  stackId: string
  /** Null for events of the stack itself. */
  resource: string | null
  name: string
  type: string
  physicalId: string | null
  status: string
  reason: string
  properties: JsonObject
  time: string
}

export type SnapshotRecord = {
  id: string
  stackId: string
  name: string | null
  status: Status
  reason: string | null
  data: JsonObject | null
  createdAt: string
}

export type ConfigRecord = {
  id: string
  projectId: string
  name: string | null
  group: string | null
  config: Json
  inputs: JsonObject[]
  outputs: JsonObject[]
  options: JsonObject
  createdAt: string
}

export type DeploymentRecord = {
  id: string
  projectId: string
  configId: string
  serverId: string
  inputValues: JsonObject
  outputValues: JsonObject | null
  action: string
  status: string
  reason: string
  createdAt: string
  updatedAt: string | null
}

/** A collection of the state file whose documents only this plugin writes. */
export interface Records<T extends JsonObject & {id: string}> {
  get(id: string): T | undefined
  put(record: T): T
  delete(id: string): void
  find(match?: Parameters<Documents['find']>[0]): T[]
}

export function openRecords<T extends JsonObject & {id: string}>(store: Store, name: string): Records<T> {
  const documents = store.collection(`orchestration/${name}`)
  // Records were written by put() of this version or of one with the same format.
  const own = (document: JsonObject) => document as T
  return {
    get(id) {
      const document = documents.get(id)
      return document && own(document)
    },
    put(record) {
      documents.put(record.id, record)
      return record
    },
    delete: (id) => void documents.delete(id),
    find: (match) => documents.find(match).map(own),
  }
}
