import {type Access, Args, Flags, NotFoundError, ShowCommand, UsageError} from '@osc-cli/core'
import {applicationCredentialsOf, newApplicationCredentialColumns} from '#application-credential'
import {expiration} from '#expiration'
import {readJson} from '#json-file'

export default class ApplicationCredentialCreate extends ShowCommand {
  static override summary = 'Create an application credential'
  static override roles = []
  static override calls = ['POST /v3/users/{user_id}/application_credentials']
  static override examples = [
    {command: 'osc application credential create backup --role reader', description: 'Delegate one of your roles'},
    {
      command: `osc application credential create watch --access-rules '[{"service": "identity", "method": "GET", "path": "/v3/regions"}]'`,
      description: 'Allow one kind of request',
    },
  ]
  static override args = {
    name: Args.string({description: 'Name of the new application credential', required: true}),
  }
  static override flags = {
    secret: Flags.string({
      description: 'Secret to authenticate with (default: generated)',
      helpValue: 'SECRET',
      secret: true,
    }),
    role: Flags.strings({
      description: 'Role to delegate (name or ID; repeatable; default: all your roles)',
      helpValue: 'ROLE',
    }),
    expiration: Flags.string({description: 'Expiration time, UTC (default: never)', helpValue: 'YYYY-MM-DDTHH:MM:SS'}),
    description: Flags.string({description: 'Description'}),
    unrestricted: Flags.boolean({
      description: 'Allow the application credential to manage application credentials and trusts (dangerous)',
      exclusive: ['restricted'],
    }),
    restricted: Flags.boolean({
      description: 'The application credential cannot manage other credentials or trusts (default)',
      exclusive: ['unrestricted'],
    }),
    'access-rules': Flags.string({
      description: 'Requests to allow: JSON, or a file that contains it',
      helpValue: 'RULES',
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ApplicationCredentialCreate)
    const expiresAt = expiration(flags.expiration)
    const rules =
      flags['access-rules'] === undefined ? undefined : await readJson(flags['access-rules'], this.runtime.cwd)
    if (rules !== undefined && !Array.isArray(rules))
      throw new UsageError('Option --access-rules: the JSON must be a list of rules.')
    const access = await (await this.session()).access()
    const created = await this.api(applicationCredentialsOf(access.userId ?? '')).create({
      name: args.name,
      description: flags.description,
      secret: flags.secret,
      roles: flags.role?.map((role) => ({id: ownRoleId(access, role)})),
      expires_at: expiresAt,
      unrestricted: flags.unrestricted,
      access_rules: rules,
    })
    await this.show(created, newApplicationCredentialColumns)
  }
}

/** Users can only delegate their own roles, which are in the token. */
function ownRoleId({roles}: Access, nameOrId: string): string {
  const role = roles.find(({id, name}) => id === nameOrId || name === nameOrId)
  if (role) return role.id
  throw new NotFoundError(`You do not have the role '${nameOrId}' in this scope.`, {
    hint: `Your roles: ${roles.map(({name}) => name).join(', ') || 'none'}.`,
  })
}
