import {randomBytes, randomUUID} from 'node:crypto'
import {EventEmitter} from 'node:events'
import type {SandboxCloud} from '@osc-cli/core/sandbox'
import {
  type ConfigRecord,
  type DeploymentRecord,
  type EventRecord,
  openRecords,
  type Records,
  type ResourceRecord,
  type SnapshotRecord,
  type StackRecord,
} from '#sandbox/engine/records'

/** The state that the engine works on. */
export interface World {
  readonly cloud: SandboxCloud
  readonly stacks: Records<StackRecord>
  readonly resources: Records<ResourceRecord>
  readonly events: Records<EventRecord>
  readonly snapshots: Records<SnapshotRecord>
  readonly configs: Records<ConfigRecord>
  readonly deployments: Records<DeploymentRecord>
  /** The action of each stack in this process. */
  readonly running: Map<string, Traversal>
  /** The last operation on each resource: the next one waits for it. */
  readonly busy: Map<string, Promise<unknown>>
  /** True once the sandbox stops: nothing is written after that. */
  isClosed: boolean
  /** Emits the ID of a resource or deployment that received a signal. */
  readonly signals: EventEmitter
}

/** One action on a stack; a later action makes it stale, so that it starts no more operations. */
export interface Traversal {
  isStale: boolean
  readonly done: Promise<Outcome>
}

/** How an action ended: undefined on success. */
export type Outcome = Failure | undefined

/** The reason for a failure: `ValueError: resources.a: Test Resource failed a`. */
export interface Failure {
  kind: string
  path: string
  message: string
}

export function openWorld(cloud: SandboxCloud): World {
  const {store} = cloud
  const signals = new EventEmitter()
  signals.setMaxListeners(0)
  return {
    cloud,
    stacks: openRecords(store, 'stacks'),
    resources: openRecords(store, 'resources'),
    events: openRecords(store, 'events'),
    snapshots: openRecords(store, 'snapshots'),
    configs: openRecords(store, 'software-configs'),
    deployments: openRecords(store, 'software-deployments'),
    running: new Map(),
    busy: new Map(),
    isClosed: false,
    signals,
  }
}

/** `2026-11-25T15:39:59Z`. */
export const timeOf = ({cloud}: World): string => `${cloud.now().toISOString().slice(0, 19)}Z`

export const newId = (): string => randomUUID()

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567'

/** Twelve letters and digits, as in the names that Heat generates. */
export const shortId = (): string => [...randomBytes(12)].map((byte) => LETTERS[byte % 32]).join('')

export const failureText = ({kind, path, message}: Failure): string => `${kind}: ${path}: ${message}`
