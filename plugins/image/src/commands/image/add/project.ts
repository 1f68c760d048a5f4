import {Args, Flags, projectOf, ShowCommand} from '@osc-cli/core'
import {imageId} from '#image'
import {Member, memberFields} from '#member'

export default class ImageAddProject extends ShowCommand {
  static override summary = 'Share an image with a project'
  static override roles = []
  static override calls = ['GET /v3/projects?name={name}', 'GET /v2/images?name={name}', 'POST /v2/images/{id}/members']
  static override examples = [{command: 'osc image add project cirros demo', description: 'Share an image'}]
  static override seeAlso = ['image set', 'image member list']
  static override args = {
    image: Args.string({description: 'Image to share (name or ID)', required: true}),
    project: Args.string({description: 'Project to share the image with (name or ID)', required: true}),
  }
  static override flags = {
    'project-domain': Flags.string({description: 'Domain of the project (name or ID)', helpValue: 'DOMAIN'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ImageAddProject)
    const [image, project] = await Promise.all([
      imageId(this.api, args.image),
      projectOf(this.api, {...flags, project: args.project}),
    ])
    await this.show(await this.api(Member).under(image).create({member: project}), memberFields)
  }
}
