import {Args, OscCommand, pathSegment} from '@osc-cli/core'
import {pythonJson} from '#format/python-json'

export default class SoftwareDeploymentMetadataShow extends OscCommand {
  static override summary = 'Show the deployment metadata of a server'
  static override roles = ['reader']
  static override calls = ['GET /v1/{project_id}/software_deployments/metadata/{server_id}']
  static override examples = [
    {
      command: 'osc software deployment metadata show 6d1f0f5e-6f0c-4c8f-9b44-0ec2ed3a2d37',
      description: 'Print what the agent on the server reads',
    },
  ]
  static override args = {
    server: Args.string({description: 'Server (ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(SoftwareDeploymentMetadataShow)
    const path = `/software_deployments/metadata/${pathSegment(args.server, 'server')}`
    const {metadata} = await (await this.session()).get('orchestration', path)
    await this.print(pythonJson(metadata, 2))
  }
}
