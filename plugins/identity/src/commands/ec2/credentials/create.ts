import {asObject, Flags, idIn, ShowCommand} from '@osc-cli/core'
import {userOrSelf} from '#application-credential'
import {ec2CredentialsOf, ec2Fields, ec2UserFlags} from '#ec2-credentials'
import {projectDomain} from '#flags'
import {Project} from '#project'

export default class Ec2CredentialsCreate extends ShowCommand {
  static override summary = 'Create EC2 credentials for the S3 and EC2 APIs'
  static override roles = ['member']
  static override calls = [
    'GET /v3/users?name={name}',
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'POST /v3/users/{user_id}/credentials/OS-EC2',
  ]
  static override examples = [
    {command: 'osc ec2 credentials create', description: 'Create credentials for yourself in the current project'},
  ]
  static override flags = {
    project: Flags.string({
      description: 'Project to access (name or ID; default: the current project)',
      helpValue: 'PROJECT',
    }),
    ...ec2UserFlags,
    ...projectDomain,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(Ec2CredentialsCreate)
    const session = await this.session()
    const [user, project] = await Promise.all([
      userOrSelf(this.api, session, flags.user, flags['user-domain']),
      idIn(this.api, Project, flags.project, flags['project-domain']),
    ])
    const body = {tenant_id: project ?? (await session.access()).projectId}
    const path = ec2CredentialsOf(user).path
    const answer = await session.request({service: 'identity', method: 'POST', path, body})
    const credential = asObject(asObject(await answer.json()).credential)
    await this.show(credential, ec2Fields(credential))
  }
}
