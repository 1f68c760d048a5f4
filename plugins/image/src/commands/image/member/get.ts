import {Args, Flags, projectOf, ShowCommand} from '@osc-cli/core'
import {imageId} from '#image'
import {Member, memberFields} from '#member'

export default class ImageMemberGet extends ShowCommand {
  static override summary = 'Show a member of an image'
  static override roles = []
  static override calls = [
    'GET /v3/projects?name={name}',
    'GET /v2/images?name={name}',
    'GET /v2/images/{id}/members/{project}',
  ]
  static override examples = [{command: 'osc image member get cirros demo', description: 'Show whether demo accepted'}]
  static override args = {
    image: Args.string({description: 'Shared image (name or ID)', required: true}),
    member: Args.string({description: 'Project that the image is shared with (name or ID)', required: true}),
  }
  static override flags = {
    'project-domain': Flags.string({description: 'Domain of the project (name or ID)', helpValue: 'DOMAIN'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ImageMemberGet)
    const [image, member = args.member] = await Promise.all([
      imageId(this.api, args.image),
      projectOf(this.api, {...flags, project: args.member}),
    ])
    await this.show(await this.api(Member).under(image).find(member), memberFields)
  }
}
