import {type Access, Args, Flags, NotFoundError, ShowCommand, UsageError} from '@osc-cli/core'
import {applicationCredentialsOf, withRoleNames} from '#application-credential'
import {expiration} from '#expiration'
import {readJson} from '#json-file'

export default class ApplicationCredentialCreate extends ShowCommand {
  static override summary = 'Create an application credential: a log-in of its own for a program.'
  static override roles = []
  static override calls = ['POST /v3/users/{user_id}/application_credentials']
  static override examples = [
    {command: 'osc application credential create backup --role reader', description: 'With one of your roles'},
    {
      command: `osc application credential create watch --access-rules '[{"service": "identity", "method": "GET", "path": "/v3/regions"}]'`,
      description: 'For one kind of request only',
    },
  ]
  static override args = {
    name: Args.string({description: 'Name of the new application credential.', required: true}),
  }
  static override flags = {
    secret: Flags.string({
      description: 'Secret to log in with; Keystone makes one up when left out.',
      helpValue: 'SECRET',
    }),
    role: Flags.strings({description: 'Role that it has (name or ID); by default all of yours.', helpValue: 'ROLE'}),
    expiration: Flags.string({description: 'When it ends, UTC.', helpValue: 'YYYY-MM-DDTHH:MM:SS'}),
    description: Flags.string({description: 'What it is for.'}),
    unrestricted: Flags.boolean({
      description: 'It may create and delete application credentials and trusts. Dangerous.',
      exclusive: ['restricted'],
    }),
    restricted: Flags.boolean({description: 'It may not (the default).', exclusive: ['unrestricted']}),
    'access-rules': Flags.string({description: 'What it may do: JSON, or a file with it.', helpValue: 'RULES'}),
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
    await this.show(withRoleNames(created))
  }
}

/** Nobody can hand on other roles than their own, and those are in the token. */
function ownRoleId({roles}: Access, nameOrId: string): string {
  const role = roles.find(({id, name}) => id === nameOrId || name === nameOrId)
  if (role) return role.id
  throw new NotFoundError(`You do not have the role '${nameOrId}' here.`, {
    hint: `You have ${roles.map(({name}) => name).join(', ') || 'none'}.`,
  })
}
