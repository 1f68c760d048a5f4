import {Args, OscCommand} from '@osc-cli/core'
import {accepted} from '#accepted'
import {CodeSource} from '#code-source'
import {namespaceFlag} from '#definition'

export default class CodeSourceDelete extends OscCommand {
  static override summary = 'Delete code sources'
  static override roles = ['member']
  static override calls = ['DELETE /v2/code_sources/{id}']
  static override seeAlso = ['code source list', 'dynamic action delete']
  static override examples = [{command: 'osc code source delete greetings', description: 'Delete one code source'}]
  static override args = {
    source: Args.string({description: 'Code sources to delete (names or IDs)', required: true, multiple: true}),
  }
  static override flags = namespaceFlag

  async run(): Promise<void> {
    const {args, flags} = await this.parse(CodeSourceDelete)
    await this.each(args.source, async (name) => {
      await this.api(CodeSource).delete(name, {namespace: flags.namespace || undefined})
      await this.print(accepted('code source', `'${name}'`))
    })
  }
}
