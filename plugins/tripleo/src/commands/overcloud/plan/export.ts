import {existsSync} from 'node:fs'
import {resolve} from 'node:path'
import {gzipSync} from 'node:zlib'
import {Args, FileExistsError, Flags, OscCommand} from '@osc-cli/core'
import {environmentOf} from '#plan/environment'
import {PlanFile} from '#plan/files'
import {findPlan} from '#plan/plan'
import {secretsOf} from '#plan/secrets'
import {tar} from '#tar'
import {writeOutput} from '#write-output'

export default class OvercloudPlanExport extends OscCommand {
  static override summary = 'Save a plan as a compressed archive'
  static override description =
    'Passwords, and values that are secret by their name, are left out unless --with-passwords is given. A plan that is ' +
    'created from the archive gets new passwords.'
  static override roles = ['member']
  static override calls = [
    'HEAD /v1/{account}/{container}',
    'GET /v1/{account}/{container}',
    'GET /v1/{account}/{container}/{object}',
  ]
  static override seeAlso = ['overcloud plan create', 'overcloud plan files']
  static override examples = [
    {command: 'osc overcloud plan export first -o first.tar.gz', description: 'Save a plan without its passwords'},
  ]
  static override args = {plan: Args.string({description: 'Plan (name)', required: true})}
  static override flags = {
    'output-file': Flags.string({
      char: 'o',
      description: 'File to write, readable only by you (default: PLAN.tar.gz)',
      helpValue: 'FILE',
    }),
    'force-overwrite': Flags.boolean({char: 'f', description: 'Overwrite the file if it exists'}),
    'with-passwords': Flags.boolean({description: 'Include passwords and other secret values'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(OvercloudPlanExport)
    const file = flags['output-file'] ?? `${args.plan}.tar.gz`
    if (!flags['force-overwrite'] && existsSync(resolve(this.runtime.cwd, file)))
      throw new FileExistsError(`The file ${file} already exists.`, {hint: 'Overwrite it with --force-overwrite.'})
    const files = await (await findPlan(await this.session(), args.plan)).readAll()
    if (!flags['with-passwords']) files.set(PlanFile.environment, Buffer.from(withoutSecrets(files)))
    await writeOutput(this, file, gzipSync(tar(files, new Date(this.now()))), {secret: true})
    await this.note(`Plan ${args.plan} was saved to ${file}.`)
  }
}

function withoutSecrets(files: ReadonlyMap<string, Buffer>): string {
  const environment = environmentOf(files)
  const isSecret = secretsOf(environment)
  environment.part('passwords').clear()
  const values = environment.part('parameter_defaults')
  for (const key of [...values.keys()]) if (isSecret(String(key))) values.delete(key)
  return environment.text()
}
