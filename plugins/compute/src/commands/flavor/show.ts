import {Args, asArray, asObject, type Columns, isFailure, ShowCommand} from '@osc-cli/core'
import {Flavor, flavorFields} from '#flavor'
import {withSpecs} from '#flavor-specs'

export default class FlavorShow extends ShowCommand {
  static override summary = 'Show a flavor'
  static override roles = ['reader']
  static override calls = [
    'GET /v2.1/flavors/{id}',
    'GET /v2.1/flavors/detail',
    'GET /v2.1/flavors/{id}/os-extra_specs',
    'GET /v2.1/flavors/{id}/os-flavor-access',
  ]
  static override seeAlso = ['flavor list', 'flavor set']
  static override examples = [{command: 'osc flavor show m1.small', description: 'Show memory, disk and vCPUs'}]
  static override args = {flavor: Args.string({description: 'Flavor (name or ID)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(FlavorShow)
    const flavor = await withSpecs(this.api, await this.api(Flavor).find(args.flavor))
    const projects = flavor['os-flavor-access:is_public'] === false ? await this.projects(String(flavor.id)) : null
    const {'OS-FLV-DISABLED:disabled': disabled, 'OS-FLV-EXT-DATA:ephemeral': ephemeral, ...rest} = flavorFields
    const columns: Columns = {
      'OS-FLV-DISABLED:disabled': disabled,
      'OS-FLV-EXT-DATA:ephemeral': ephemeral,
      access_project_ids: () => projects,
      ...rest,
    }
    await this.show(flavor, columns)
  }

  /** The projects that a private flavor is open to; null with a note for callers who may not know. */
  private async projects(id: string): Promise<string[] | null> {
    try {
      const {flavor_access: access} = await this.api(Flavor).send(id, 'GET', '/os-flavor-access')
      return asArray(access).map((one) => String(asObject(one).tenant_id))
    } catch (error) {
      if (!isFailure(error)) throw error
      await this.note(`The projects of the flavor cannot be listed: ${error.message}`)
      return null
    }
  }
}
