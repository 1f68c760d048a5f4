import {
  Args,
  asObject,
  asText,
  Flags,
  HttpError,
  type JsonObject,
  limiter,
  OscCommand,
  pathSegment,
  type Session,
} from '@osc-cli/core'
import {type Failure, failuresOf, REQUESTS_AT_ONCE} from '#failures'
import {deploymentOutput, failureReason} from '#format/deployment-output'
import {Stack} from '#stack'

const DEPLOYMENTS = new Set(['OS::Heat::StructuredDeployment', 'OS::Heat::SoftwareDeployment'])

export default class StackFailuresList extends OscCommand {
  static override summary = 'List failed resources of a stack and its nested stacks'
  static override roles = ['reader']
  static override calls = [
    'GET /v1/{project_id}/stacks/{name}/{id}',
    'GET /v1/{project_id}/stacks/{name}/{id}/resources',
  ]
  static override seeAlso = ['stack resource list', 'stack event list']
  static override examples = [
    {command: 'osc stack failures list --long broken', description: 'List failures with full reasons and logs'},
  ]
  static override args = {
    stack: Args.string({description: 'Stack (name or ID)', required: true}),
  }
  static override flags = {
    long: Flags.boolean({description: 'Print reasons and deployment logs in full, not only their last lines'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(StackFailuresList)
    const session = await this.session()
    const stack = await this.api(Stack).get(args.stack, {resolve_outputs: false})
    if (!asText(stack.stack_status)?.endsWith('_FAILED')) return
    const failures = await failuresOf(session, asText(stack.id) ?? args.stack, asText(stack.stack_name) ?? args.stack)
    const limited = limiter(REQUESTS_AT_ONCE)
    const lines = await Promise.all(failures.map((failure) => limited(() => describe(session, failure, flags.long))))
    for (const line of lines.flat()) await this.print(line)
  }
}

async function describe(session: Session, {path, resource}: Failure, long: boolean): Promise<string[]> {
  const id = asText(resource.physical_resource_id) ?? 'None'
  const type = asText(resource.resource_type) ?? ''
  const deployment = DEPLOYMENTS.has(type) ? await findDeployment(session, id) : undefined
  const outputs = asObject(deployment?.output_values)
  return [
    `${path}:`,
    `  resource_type: ${type}`,
    `  physical_resource_id: ${id}`,
    `  status: ${asText(resource.resource_status)}`,
    '  status_reason: |',
    ...failureReason(resource.resource_status_reason, long),
    ...(deployment ? ['deploy_stdout', 'deploy_stderr'].flatMap((name) => deploymentOutput(outputs, name, long)) : []),
  ]
}

async function findDeployment(session: Session, id: string): Promise<JsonObject | undefined> {
  try {
    return asObject(
      (await session.get('orchestration', `/software_deployments/${pathSegment(id, 'software deployment')}`))
        .software_deployment,
    )
  } catch (error) {
    if (HttpError.is(error, 404)) return undefined
    throw error
  }
}
