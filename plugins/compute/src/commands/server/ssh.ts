import {Args, Flags, Known, OscCommand} from '@osc-cli/core'
import {runProgram} from '#run-program'
import {LOOK_UP, server} from '#server-action'
import {addressOf} from '#server-address'

// The types of oclif allow letters only, its parser any character.
const digit = (char: string) => char as 'a'

export default class ServerSsh extends OscCommand {
  static override summary = 'Log in to a server with ssh'
  static override description = 'Arguments after `--` are passed to ssh. The exit code is that of ssh.'
  static override roles = ['reader']
  static override calls = LOOK_UP
  static override seeAlso = ['console url show', 'server show']
  static override examples = [
    {command: 'osc server ssh web -- -l debian', description: 'Log in as another user'},
    {command: 'osc server ssh --private web -- -l debian uptime', description: 'Run a command'},
  ]
  static override args = {
    server,
    'ssh-args': Args.string({description: 'Arguments of ssh', multiple: true, required: false}),
  }
  static override flags = {
    login: Flags.string({char: 'l', description: 'Login name (ssh -l)', helpValue: 'NAME', hidden: true}),
    port: Flags.integer({char: 'p', description: 'Port (ssh -p)', helpValue: 'PORT', hidden: true}),
    identity: Flags.string({char: 'i', description: 'Private key file (ssh -i)', helpValue: 'FILE', hidden: true}),
    option: Flags.string({char: 'o', description: 'Option (ssh -o)', helpValue: 'OPTION', hidden: true}),
    ipv4: Flags.boolean({char: digit('4'), description: 'Use only IPv4 addresses', exclusive: ['ipv6']}),
    ipv6: Flags.boolean({char: digit('6'), description: 'Use only IPv6 addresses', exclusive: ['ipv4']}),
    public: Flags.boolean({
      description: 'Use the floating IP address (default)',
      exclusive: ['private', 'address-type'],
    }),
    private: Flags.boolean({description: 'Use the fixed IP address', exclusive: ['public', 'address-type']}),
    'address-type': Flags.string({
      description: 'Type of the address: public, private, fixed, floating, or the name of a network',
      helpValue: 'TYPE',
      exclusive: ['public', 'private'],
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ServerSsh)
    const server = await this.api(Known.Server).find(args.server)
    const type = flags['address-type'] ?? (flags.private ? 'private' : 'public')
    const address = addressOf(server, type, flags.ipv4 ? [4] : flags.ipv6 ? [6] : [4, 6])
    const given = args['ssh-args'] ?? []
    const options = [
      ...(flags.port === undefined ? [] : ['-p', String(flags.port)]),
      ...(flags.identity ? ['-i', flags.identity] : []),
      ...(flags.option ? ['-o', flags.option] : []),
      ...(flags.login || !given.includes('-l') ? ['-l', flags.login ?? (await this.userName())] : []),
    ]
    this.exitStatus = await runProgram('ssh', [...options, address, ...given], this.runtime)
  }

  /** The name of the caller, which is the login name by default. */
  private async userName(): Promise<string> {
    const {userName} = await (await this.session()).access()
    return userName ?? ''
  }
}
