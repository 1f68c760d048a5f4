import {type JsonObject, ListCommand, type Session} from '@osc-cli/core'
import {hasService} from '#engine/running'
import {setUp} from '#engine/setup'
import {findWorkflow, Workflow} from '#engine/workflow'

/** Services that deployments use, their purpose, and whether they are optional. */
const SERVICES: readonly (readonly [type: string, purpose: string, isOptional?: 'optional'])[] = [
  ['object-store', 'Stores plans'],
  ['orchestration', 'Creates the servers and networks of a plan'],
  ['workflow', 'Runs deployments'],
  ['compute', 'Runs the servers'],
  ['image', 'Stores the images of the servers'],
  ['network', 'Connects the servers'],
  ['messaging', 'Reports progress to other clients', 'optional'],
  ['messaging-websocket', 'Delivers messages to other clients at once', 'optional'],
  ['baremetal', 'Provides machines as servers', 'optional'],
]

export default class UndercloudStatus extends ListCommand {
  static override summary = 'Show whether the cloud is ready for deployments'
  static override description =
    'Lists the services that deployments use, and the workflows: those of osc, which `undercloud setup` loads, or those of ' +
    'tripleo-common.'
  static override service = 'workflow'
  static override roles = ['member']
  static override calls = ['GET /v2/workflows', 'GET /v2/workbooks']
  static override seeAlso = ['undercloud setup', 'overcloud start', 'catalog list']
  static override examples = [{command: 'osc undercloud status', description: 'List services and workflows'}]

  async run(): Promise<void> {
    await this.parse(UndercloudStatus)
    const session = await this.session()
    const rows: JsonObject[] = []
    for (const [name, purpose, optional] of SERVICES) {
      const isThere = await hasService(session, name)
      rows.push({name, state: isThere ? 'available' : `missing${optional ? ' (optional)' : ''}`, purpose, next: ''})
    }
    const workflows = (await hasService(session, 'workflow')) ? [await workflowsRow(session)] : []
    await this.table({Component: 'name', State: 'state', Purpose: 'purpose', Next: 'next'}, [...rows, ...workflows])
  }
}

async function workflowsRow(session: Session): Promise<JsonObject> {
  const row = {name: 'workflows', purpose: 'Define the steps of deployments', next: ''}
  const deploy = await findWorkflow(session, Workflow.deploy)
  if (!deploy) return {...row, state: 'missing', next: 'osc undercloud setup'}
  if (deploy.tags.includes('tripleo-common-managed')) return {...row, state: 'tripleo-common'}
  const isCurrent = (await setUp(session, {check: true})).every(({change}) => change === 'keep')
  return isCurrent ? {...row, state: 'osc'} : {...row, state: 'osc, outdated', next: 'osc undercloud setup'}
}
