import {Args, OscCommand} from '@osc-cli/core'
import {CodeSource} from '#code-source'
import {namespaceFlag, printText} from '#definition'
import {inNamespace} from '#named'

export default class CodeSourceContentShow extends OscCommand {
  static override summary = 'Print the content of a code source'
  static override roles = ['reader']
  static override calls = ['GET /v2/code_sources/{id}']
  static override seeAlso = ['code source show', 'code source update']
  static override examples = [
    {command: 'osc code source content show greetings', description: 'The code as it was uploaded'},
  ]
  static override args = {source: Args.string({description: 'Code source (name or ID)', required: true})}
  static override flags = namespaceFlag

  async run(): Promise<void> {
    const {args, flags} = await this.parse(CodeSourceContentShow)
    const {content} = await inNamespace(this.api(CodeSource), args.source, flags.namespace)
    await printText(this, content)
  }
}
