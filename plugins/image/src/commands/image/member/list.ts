import {Args, Flags, ListCommand, pick} from '@osc-cli/core'
import {imageId} from '#image'
import {Member, memberFields} from '#member'

export default class ImageMemberList extends ListCommand {
  static override summary = 'List the projects that an image is shared with'
  static override roles = []
  static override calls = ['GET /v2/images?name={name}', 'GET /v2/images/{id}/members']
  static override examples = [{command: 'osc image member list cirros', description: 'List members and their status'}]
  static override args = {
    image: Args.string({description: 'Shared image (name or ID)', required: true}),
  }
  static override flags = {
    'project-domain': Flags.string({description: 'Accepted for compatibility', helpValue: 'DOMAIN'}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ImageMemberList)
    const columns = pick(memberFields, {'Image ID': 'image_id', 'Member ID': 'member_id', Status: 'status'})
    await this.table(
      columns,
      this.api(Member)
        .under(await imageId(this.api, args.image))
        .list(),
    )
  }
}
