import {Args, Flags, ShowCommand} from '@osc-cli/core'
import {codeSourceFields} from '#code-source'
import {namespaceFlag, publicFlag, scopeQuery, sendText} from '#definition'

export default class CodeSourceUpdate extends ShowCommand {
  static override summary = 'Replace the content of a code source'
  static override roles = ['admin']
  static override calls = ['PUT /v2/code_sources']
  static override seeAlso = ['code source content show']
  static override examples = [{command: 'osc code source update greetings greetings.py', description: 'From a file'}]
  static override args = {
    source: Args.string({description: 'Code source (name or ID)', required: true}),
    content: Args.string({description: 'File with the code', required: true}),
  }
  static override flags = {
    // mistralclient accepts it and does nothing with it.
    id: Flags.string({description: 'Ignored', helpValue: 'ID', hidden: true}),
    ...namespaceFlag,
    ...publicFlag,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(CodeSourceUpdate)
    const query = {identifier: args.source, ...scopeQuery(flags)}
    await this.show(await sendText(this, 'PUT', '/code_sources', args.content, query), codeSourceFields)
  }
}
