import {Args, asText, isFailure, OscCommand} from '@osc-cli/core'
import {SoftwareConfig} from '#software-config'
import {SoftwareDeployment} from '#software-deployment'

export default class SoftwareDeploymentDelete extends OscCommand {
  static override summary = 'Delete software deployments and their derived configs'
  static override roles = ['member']
  static override calls = [
    'GET /v1/{project_id}/software_deployments/{id}',
    'DELETE /v1/{project_id}/software_deployments/{id}',
    'DELETE /v1/{project_id}/software_configs/{id}',
  ]
  static override examples = [
    {
      command: 'osc software deployment delete $(osc software deployment list -f value -c id | tail -1)',
      description: 'Delete the last deployment in the list',
    },
  ]
  static override args = {
    deployment: Args.string({description: 'Software deployments to delete (IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(SoftwareDeploymentDelete)
    const deployments = this.api(SoftwareDeployment)
    await this.each(args.deployment, async (id) => {
      const {config_id: config} = await deployments.find(id)
      await deployments.delete(id)
      await this.deleteConfig(asText(config), id)
    })
  }

  /** The deployment is deleted already, so a failure here is only reported. */
  private async deleteConfig(config: string | undefined, deployment: string): Promise<void> {
    if (config === undefined) return
    try {
      await this.api(SoftwareConfig).delete(config)
    } catch (error) {
      if (!isFailure(error)) throw error
      await this.note(`Deployment ${deployment} is deleted, but its config ${config} is not: ${error.message}`)
    }
  }
}
