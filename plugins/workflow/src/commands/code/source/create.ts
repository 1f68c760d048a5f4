import {Args, ShowCommand} from '@osc-cli/core'
import {codeSourceFields} from '#code-source'
import {namespaceFlag, publicFlag, scopeQuery, sendText} from '#definition'

export default class CodeSourceCreate extends ShowCommand {
  static override summary = 'Upload Python code for dynamic actions'
  static override roles = ['admin']
  static override calls = ['POST /v2/code_sources']
  static override seeAlso = ['dynamic action create', 'code source update']
  static override examples = [{command: 'osc code source create greetings greetings.py', description: 'From a file'}]
  static override args = {
    name: Args.string({description: 'Name of the new code source', required: true}),
    content: Args.string({description: 'File with the code', required: true}),
  }
  static override flags = {...namespaceFlag, ...publicFlag}

  async run(): Promise<void> {
    const {args, flags} = await this.parse(CodeSourceCreate)
    const query = {name: args.name, ...scopeQuery(flags)}
    await this.show(await sendText(this, 'POST', '/code_sources', args.content, query), codeSourceFields)
  }
}
