import {writeDefaultCloud} from '#cloud/config/default-cloud'
import {loadCloudConfig} from '#cloud/config/load'
import {shownPath} from '#cloud/config/places'
import {ONLY_ENTRY} from '#cloud/config/select-cloud'
import type {CloudConfig, ConfigInput} from '#cloud/config/types'
import {entryFor, separate} from '#cloud/entries/entry'
import {entryFiles, replaceFile, textOf} from '#cloud/entries/files'
import {entries} from '#cloud/entries/listed'
import {promptForMissing} from '#cloud/entries/prompt'
import {withEntry} from '#cloud/entries/yaml-text'
import {openSession} from '#cloud/open'
import type {Access} from '#cloud/types'
import type {JsonObject} from '#json'
import {homeOf, userAgent} from '#process'
import {Args, ConfigError, ConflictError, Flags, OscCommand, OscError, UsageError} from '#sdk'
import {readSecret} from '#terminal/read-secret'

const MOST_TRIES = 3

export default class CloudAdd extends OscCommand {
  static override summary = 'Add a cloud to clouds.yaml'
  static override description =
    'Global options and OS_* variables describe the cloud, so an openrc file that you have sourced is enough. On a terminal, osc prompts for missing settings. ' +
    'The entry is written only after a login with it succeeds. Comments in the file are kept; the file becomes readable by you only.'
  static override examples = [
    {
      command:
        'osc cloud add mycloud --os-auth-url https://cloud.example.com:5000/v3 --os-username demo --os-project-name demo',
      description: 'Add a cloud; on a terminal, osc prompts for the password',
    },
    {
      command: 'osc cloud add mycloud --secure',
      description: 'Add the cloud of OS_* variables, with the password in secure.yaml',
    },
  ]
  static override roles = []
  static override calls = ['POST /v3/auth/tokens']
  static override seeAlso = ['cloud use', 'cloud list', 'cloud remove']
  static override args = {
    name: Args.string({description: 'Name of the new entry', required: true}),
  }
  static override flags = {
    secure: Flags.boolean({description: 'Write passwords and other secrets to secure.yaml instead of clouds.yaml'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(CloudAdd)
    const {options, env, cwd, program} = this.runtime
    const place = {options, env, cwd, home: homeOf(env)}
    await refuseExisting(args.name, place)
    const {config, access} = await this.#loggedIn(place)
    const before = await loadCloudConfig({...place, options: {}}).catch(() => undefined)
    const entry = entryFor(config)
    const files = await entryFiles(place)
    const {open, secret} = flags.secure ? separate(entry) : {open: entry, secret: {}}
    // Both texts are made before one is written.
    const texts = [
      ...(Object.keys(secret).length > 0 ? [[files.secure, textWith(files.secure, args.name, secret, place)]] : []),
      [files.clouds, textWith(files.clouds, args.name, open, place)],
    ] as const
    for (const [path, text] of texts) replaceFile(path, text, place)
    await this.note(`Logged in ${who(access)}. Added cloud ${args.name} to ${shownPath(files.clouds, place)}.`)
    if (isUnscoped(access))
      await this.note(
        'The login has no project, which most commands require. Set project_name below auth in the entry.',
      )
    // The only entry was used without being chosen. It stays the one in use.
    if (before?.name !== undefined && before.sources.cloud?.name === ONLY_ENTRY.name) {
      writeDefaultCloud(before.name, place)
      await this.note(`Commands still use cloud ${before.name} by default.`)
    }
    const {name} = await loadCloudConfig({...place, options: {}}).catch(() => ({name: undefined}))
    if (name === args.name) return await this.note(`Check it with: ${program} whoami`)
    await this.note(`Use it once: ${program} --os-cloud ${args.name} whoami`)
    await this.note(`Use it by default: ${program} cloud use ${args.name}`)
  }

  /** A password that was typed may be typed again. */
  async #loggedIn(place: ConfigInput): Promise<{config: CloudConfig; access: Access}> {
    const {OS_CLOUD: _, ...env} = place.env
    const input = {...place, env, options: {...place.options, cloud: ''}}
    const answers = await promptForMissing(await loadCloudConfig(input), this.runtime)
    for (let tries = 1; ; tries += 1) {
      const config = await this.#described({...input, options: {...input.options, ...answers}})
      try {
        return {config, access: await this.#logIn(config)}
      } catch (error) {
        const isTyped = error instanceof OscError && error.code === 'WrongPassword' && answers.password !== undefined
        if (!isTyped || tries === MOST_TRIES) throw error
        await this.note('Keystone rejected the user name or the password.')
        answers.password = await readSecret(this.runtime, 'Password: ')
      }
    }
  }

  /** The cloud of options, variables and answers; the entries of files have no part in it. */
  async #described(input: ConfigInput): Promise<CloudConfig> {
    const config = await loadCloudConfig(input)
    if (config.auth.auth_url !== undefined || config.auth.endpoint !== undefined) return config
    throw new UsageError('The authentication URL of the cloud is missing.', {
      hint: `Use --os-auth-url, or set OS_AUTH_URL. An example: ${this.runtime.program} help clouds`,
    })
  }

  async #logIn(config: CloudConfig): Promise<Access> {
    const {env, signal, version, cacheDir, trace} = this.runtime
    const sessionRuntime = {env, signal, cacheDir, userAgent: userAgent(version), trace: await trace(), useCache: false}
    return await (await openSession(config, sessionRuntime)).access()
  }
}

async function refuseExisting(name: string, place: ConfigInput): Promise<void> {
  if (name.trim() === '') throw new UsageError('The name of the cloud is empty.', {hint: 'Specify a name.'})
  const found = (await entries(place)).find((entry) => entry.name === name)
  if (!found) return
  throw new ConflictError(`Cloud "${name}" already exists (${found.place}).`, {
    hint: `Choose another name, or remove it first: osc cloud remove ${name}`,
  })
}

function textWith(path: string, cloud: string, entry: JsonObject, place: ConfigInput): string {
  const text = withEntry(textOf(path), cloud, entry)
  if (text !== undefined) return text
  throw new ConfigError(`${shownPath(path, place)}: "clouds" is not a mapping.`, {
    hint: 'Correct the file: below "clouds:" each entry begins with "NAME:".',
  })
}

const isUnscoped = ({projectName, projectId, domainName, domainId, system}: Access): boolean =>
  !system && [projectName, projectId, domainName, domainId].every((each) => each === undefined)

function who({userName, userId, projectName, domainName, system}: Access): string {
  const scope = projectName ? ` to project ${projectName}` : domainName ? ` to domain ${domainName}` : ''
  return `as ${userName ?? userId ?? 'an unknown user'}${system ? ' to the system' : scope}`
}
