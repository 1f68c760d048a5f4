import {Args, ShowCommand} from '@osc-cli/core'
import {CodeSource, codeSourceFields} from '#code-source'
import {namespaceFlag} from '#definition'
import {inNamespace} from '#named'

export default class CodeSourceShow extends ShowCommand {
  static override summary = 'Show a code source'
  static override roles = ['reader']
  static override columns = Object.keys(codeSourceFields)
  static override calls = ['GET /v2/code_sources/{id}']
  static override seeAlso = ['code source content show']
  static override examples = [{command: 'osc code source show greetings', description: 'Its owner and scope'}]
  static override args = {source: Args.string({description: 'Code source (name or ID)', required: true})}
  static override flags = namespaceFlag

  async run(): Promise<void> {
    const {args, flags} = await this.parse(CodeSourceShow)
    await this.show(await inNamespace(this.api(CodeSource), args.source, flags.namespace), codeSourceFields)
  }
}
