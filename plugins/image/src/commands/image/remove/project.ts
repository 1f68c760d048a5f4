import {Args, Flags, OscCommand, projectOf} from '@osc-cli/core'
import {imageId} from '#image'
import {Member} from '#member'

export default class ImageRemoveProject extends OscCommand {
  static override summary = 'Stop sharing an image with a project'
  static override roles = []
  static override calls = [
    'GET /v3/projects?name={name}',
    'GET /v2/images?name={name}',
    'DELETE /v2/images/{id}/members/{project}',
  ]
  static override examples = [{command: 'osc image remove project cirros demo', description: 'Stop sharing an image'}]
  static override args = {
    image: Args.string({description: 'Shared image (name or ID)', required: true}),
    project: Args.string({description: 'Project to remove (name or ID)', required: true}),
  }
  static override flags = {
    'project-domain': Flags.string({description: 'Domain of the project (name or ID)', helpValue: 'DOMAIN'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ImageRemoveProject)
    const [image, project = args.project] = await Promise.all([
      imageId(this.api, args.image),
      projectOf(this.api, {...flags, project: args.project}),
    ])
    await this.api(Member).under(image).delete(project)
  }
}
