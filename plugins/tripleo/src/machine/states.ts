import {asText, type CommandContext, HttpError, type JsonObject} from '@osc-cli/core'
import type {MachineFailures} from '#machine/failures'
import {Machine, machineName} from '#machine/machine'

/** A change of the provision state of machines. */
export interface StateChange {
  /** What Ironic is asked for. */
  target: 'manage' | 'provide' | 'inspect' | 'clean' | 'active' | 'deleted'
  /** The state when it is done. */
  wanted: string
  /** What a machine is afterwards, in words; default: the wanted state. */
  done?: string
  /** Steps, for `clean`. */
  steps?: JsonObject[]
  /** What cloud-init of a server reads, for `active`. */
  configDrive?: (machine: JsonObject) => JsonObject
  /** Whether a machine that is in the wanted state, or on the way to it, is not asked again: an earlier command was interrupted. */
  resumes?: boolean
}

/** Changes that several commands make. */
export const Change = {
  manage: {target: 'manage', wanted: 'manageable', resumes: true},
  provide: {target: 'provide', wanted: 'available', resumes: true},
  inspect: {target: 'inspect', wanted: 'manageable', done: 'inspected'},
  deploy: {target: 'active', wanted: 'active', done: 'deployed', resumes: true},
  release: {target: 'deleted', wanted: 'available', done: 'released', resumes: true},
} as const satisfies Record<string, StateChange>

/** Requests of `changeStates`. */
export const STATE_CALLS = ['GET /v1/nodes', 'PUT /v1/nodes/{id}/states/provision']

/** How many machines change at the same time, and how long each may take. */
export interface Limits {
  concurrency: number
  /** Seconds for each machine. */
  timeout: number
  /** How often a machine that failed is tried again. */
  retries?: number
}

export const DEFAULT_LIMITS: Limits = {concurrency: 20, timeout: 1200}

const SECONDS_BETWEEN_POLLS = 2
const FIELDS = 'uuid,name,provision_state,target_provision_state,last_error,maintenance,maintenance_reason'
const FAILED = /failed$|^error$/

interface Job {
  machine: JsonObject
  /** Milliseconds since the epoch. */
  begun: number
  tries: number
}

/**
 * Changes the state of machines, several at once, and waits for each. A line on stderr for each that is done; those that
 * fail are added to `failures`. The machines that are done.
 */
export async function changeStates(
  context: CommandContext,
  machines: readonly JsonObject[],
  change: StateChange,
  failures: MachineFailures,
  {concurrency, timeout, retries = 0}: Limits = DEFAULT_LIMITS,
): Promise<JsonObject[]> {
  const api = context.api(Machine)
  const waiting: Job[] = machines.map((machine) => ({machine, begun: 0, tries: 0}))
  const active = new Map<string, Job>()
  const done: JsonObject[] = []

  async function finish(machine: JsonObject): Promise<void> {
    done.push(machine)
    await context.note(`${machineName(machine)}: ${change.done ?? change.wanted}`)
  }

  async function begin(job: Job): Promise<void> {
    const {machine} = job
    if (change.resumes && machine.provision_state === change.wanted) return await finish(machine)
    if (change.resumes && isUnderWay(machine, change))
      return void active.set(String(machine.uuid), {machine, begun: context.now(), tries: job.tries + 1})
    const body = {
      target: change.target,
      ...(change.steps && {clean_steps: change.steps}),
      ...(change.configDrive && {configdrive: change.configDrive(machine)}),
    }
    try {
      await api.send(String(machine.uuid), 'PUT', '/states/provision', body)
      active.set(String(machine.uuid), {machine, begun: context.now(), tries: job.tries + 1})
    } catch (error) {
      // Another operation holds the lock of the machine for a moment.
      if (isLocked(error) && job.tries < LOCKED_TRIES) waiting.push({...job, tries: job.tries + 1})
      else failures.catch(machineName(machine), error)
    }
  }

  async function check(now: JsonObject): Promise<void> {
    const job = active.get(String(now.uuid))
    if (!job) return
    const isLate = (context.now() - job.begun) / 1000 >= timeout
    const outcome = outcomeOf(now, change, isLate)
    if (outcome === undefined) return
    active.delete(String(now.uuid))
    if (outcome === 'done') await finish(now)
    else if (job.tries <= retries && !isLate) waiting.push({...job, machine: now})
    else failures.add(machineName(now), outcome)
  }

  async function poll(): Promise<JsonObject> {
    for (const job of waiting.splice(0, Math.max(0, concurrency - active.size))) await begin(job)
    if (active.size > 0) for await (const now of api.list({fields: FIELDS})) await check(now)
    const left = waiting.length + active.size
    return {status: `${machines.length - left} of ${machines.length} done`, done: left === 0}
  }

  await context.waitUntil({
    what: 'machines',
    poll,
    until: (record) => record.done === true,
    failed: [],
    every: SECONDS_BETWEEN_POLLS,
    follow: `${context.runtime.program} overcloud profiles list --all`,
  })
  return done
}

/** Whether a machine is changing to the wanted state. A failed one has the same target. */
export const isUnderWay = (machine: JsonObject, {wanted}: StateChange): boolean =>
  machine.target_provision_state === wanted && !FAILED.test(asText(machine.provision_state) ?? '')

/** `done`, why it failed, or undefined while it continues. */
function outcomeOf(machine: JsonObject, change: StateChange, isLate: boolean): string | undefined {
  const state = asText(machine.provision_state) ?? ''
  if (state === change.wanted && !machine.target_provision_state) return 'done'
  const isBack = change.target === 'manage' && state === 'enroll'
  if (FAILED.test(state) || isBack) return asText(machine.last_error) || `The machine is in state ${state}.`
  return isLate ? `The machine is still in state ${state}.` : undefined
}

const LOCKED_TRIES = 10
const isLocked = (error: unknown): boolean => HttpError.is(error, 409)
