import {Args, Flags, idIn, inDomain, type JsonObject, OscCommand} from '@osc-cli/core'
import {enableDisable, ownDomain, projectDomain} from '#flags'
import {newPassword} from '#new-password'
import {ownId} from '#own'
import {Project} from '#project'
import {User} from '#user'
import {userOptionFlags, userOptions} from '#user-options'

export default class UserSet extends OscCommand {
  static override summary = 'Change a user'
  static override roles = ['admin']
  static override calls = [
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'GET /v3/users?name={name}',
    'PATCH /v3/users/{id}',
  ]
  static override examples = [
    {command: 'osc user set --email lovelace@example.org ada', description: 'Change the email address'},
    {command: 'osc user set --disable grace', description: 'Stop a user from logging in'},
    {
      command: 'osc user set --ignore-password-expiry --enable-lock-password ada',
      description: 'Set the options of a service account',
    },
  ]
  static override args = {
    user: Args.string({description: 'User to change (name or ID)', required: true}),
  }
  static override flags = {
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
    ...ownDomain('user'),
    project: Flags.string({description: 'Default project (name or ID)', helpValue: 'PROJECT'}),
    ...projectDomain,
    password: Flags.string({
      description: 'New password; visible in the process list, prefer --password-prompt',
      helpValue: 'PASSWORD',
      secret: true,
    }),
    'password-prompt': Flags.boolean({description: 'Prompt for the new password'}),
    email: Flags.string({description: 'Email address', helpValue: 'ADDRESS'}),
    description: Flags.string({description: 'Description'}),
    ...userOptionFlags,
    ...enableDisable('user'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(UserSet)
    const password = flags['password-prompt'] ? await newPassword(this.runtime, 'User Password:') : flags.password
    if (password === '') await this.note('The new password is empty: the password was not changed.')
    const [id, project] = await Promise.all([
      this.idOf(args.user, flags.domain),
      idIn(this.api, Project, flags.project, flags['project-domain']),
    ])
    const body: JsonObject = {
      name: flags.name,
      email: flags.email,
      password: password || undefined,
      description: flags.description,
      default_project_id: project,
      enabled: Flags.chosen(flags, {enable: true, disable: false}),
      options: userOptions(flags),
    }
    // `openstack` accepts an empty change, so scripts rely on it.
    if (Object.values(body).some((value) => value !== undefined)) await this.api(User).update(id, body)
  }

  private async idOf(user: string, domain: string | undefined): Promise<string> {
    const own = ownId(await (await this.session()).access(), 'user', user, domain)
    return own ?? (await this.api(User).id(user, await inDomain(this.api, domain)))
  }
}
