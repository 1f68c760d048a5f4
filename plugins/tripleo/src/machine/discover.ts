import {
  asArray,
  asObject,
  asText,
  type CommandContext,
  inOrder,
  type JsonObject,
  OscError,
  waitForExecution,
} from '@osc-cli/core'
import {endByState, outputOf, startRun} from '#engine/run'
import {findWorkflow} from '#engine/workflow'
import {Machine} from '#machine/machine'

const WORKFLOW = 'tripleo.baremetal.v1.discover_and_enroll_nodes'

/** Requests of `discoverMachines`. */
export const DISCOVER_CALLS = [
  'GET /v2/workflows',
  'POST /v2/executions',
  'GET /v2/executions/{id}',
  'GET /v1/nodes/{id}',
]

/** Where management controllers are, and how to log in to them. */
export interface Discovery {
  /** Addresses, or a range of them: `192.0.2.0/24`. */
  addresses: string | readonly string[]
  credentials: readonly (readonly [user: string, password: string])[]
  /** Default: that of IPMI. */
  ports: readonly number[] | undefined
  bootOption: string
  /** Kernel and ramdisk of deployments; undefined for those of the workflow. */
  images: {kernel: string; ramdisk: string} | undefined
}

/**
 * Has the workflow of tripleo-common search addresses for machines and register them; the records. OscError when Mistral does
 * not have the workflow, or when it fails.
 */
export async function discoverMachines(context: CommandContext, discovery: Discovery): Promise<JsonObject[]> {
  const session = await context.session()
  const workflow = await findWorkflow(session, WORKFLOW)
  if (!workflow)
    throw new OscError(`Mistral does not have the workflow ${WORKFLOW} of tripleo-common, which discovers machines.`, {
      code: 'NoWorkflows',
      hint: 'Register machines from a file with: osc overcloud node import FILE',
    })
  const {addresses, credentials, ports, bootOption, images} = discovery
  // Mistral repeats the input of an execution in each answer.
  const trace = await context.runtime.trace()
  for (const [, password] of credentials) trace.secret(password)
  const id = await startRun(context, workflow, undefined, {
    ip_addresses: typeof addresses === 'string' ? addresses : [...addresses],
    credentials: credentials.map((pair) => [...pair]),
    instance_boot_option: bootOption,
    ...(ports && {ports: [...ports]}),
    ...(images && {kernel_name: images.kernel, ramdisk_name: images.ramdisk}),
  })
  const execution = await waitForExecution(context, id, {what: 'the discovery'})
  const end = endByState(execution)
  const {registered_nodes: registered, status} = outputOf(execution)
  if (!end?.succeeded || status === 'FAILED')
    throw new OscError(`Machines were not discovered: ${end?.message || 'the workflow does not give a reason.'}`, {
      hint: `Show the failed tasks with: osc workflow execution report show ${id}`,
    })
  const ids = asArray(registered).flatMap((node) => asText(asObject(node).uuid) ?? [])
  return await Array.fromAsync(inOrder(ids, (one) => context.api(Machine).get(one)))
}
