import {Args, Flags, idIn, ShowCommand} from '@osc-cli/core'
import {Domain} from '#domain'
import {enableDisable, orShow, projectDomain} from '#flags'
import {newPassword} from '#new-password'
import {createOrShow} from '#or-show'
import {Project} from '#project'
import {User, userFields} from '#user'
import {userOptionFlags, userOptions} from '#user-options'

export default class UserCreate extends ShowCommand {
  static override summary = 'Create a user'
  static override roles = ['admin']
  static override calls = [
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'GET /v3/users?name={name}',
    'POST /v3/users',
  ]
  static override seeAlso = ['role add', 'user password set']
  static override examples = [
    {
      command: 'osc user create --email ada@example.org --project demo ada',
      description: 'Create a user who cannot log in until a password is set',
    },
    {
      command: 'osc user create --enable-multi-factor-auth --multi-factor-auth-rule password,totp grace',
      description: 'Create a user who needs two factors to log in',
    },
  ]
  static override args = {
    name: Args.string({description: 'Name of the new user', required: true}),
  }
  static override flags = {
    domain: Flags.string({description: 'Domain to create it in (name or ID)', helpValue: 'DOMAIN'}),
    project: Flags.string({description: 'Default project (name or ID)', helpValue: 'PROJECT'}),
    ...projectDomain,
    password: Flags.string({
      description: 'Password; visible in the process list, prefer --password-prompt',
      helpValue: 'PASSWORD',
      secret: true,
    }),
    'password-prompt': Flags.boolean({description: 'Prompt for the password'}),
    email: Flags.string({description: 'Email address', helpValue: 'ADDRESS'}),
    description: Flags.string({description: 'Description'}),
    ...userOptionFlags,
    ...enableDisable('user'),
    ...orShow('user'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(UserCreate)
    const password = flags['password-prompt'] ? await newPassword(this.runtime, 'User Password:') : flags.password
    if (!password) await this.note('No password was specified: the user cannot log in with a password.')
    const [domain, project] = await Promise.all([
      idIn(this.api, Domain, flags.domain),
      idIn(this.api, Project, flags.project, flags['project-domain']),
    ])
    const body = {
      name: args.name,
      domain_id: domain,
      default_project_id: project,
      password: password || undefined,
      email: flags.email,
      description: flags.description,
      enabled: !flags.disable,
      options: userOptions(flags),
    }
    const query = domain === undefined ? undefined : {domain_id: domain}
    await this.show(await createOrShow(this.api, User, body, {orShow: flags['or-show'], query}), userFields)
  }
}
