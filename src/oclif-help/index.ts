import type {Command} from '@oclif/core/command'
import {Help} from '@oclif/core/help'
import {helpOfOclif} from '#line/help-of-oclif'

/**
 * The help class of oclif for osc and for programs of oclif that osc's plugins are part of: the pages of osc; oclif's own for
 * what is in no manifest. oclif wants a file of the program's: `"helpClass": "./help.js"` in the `oclif` section, and in it
 * `export {default} from '@osc-cli/core/help'`.
 */
export default class OscHelp extends Help {
  /** The page of what the words name: nothing, a noun, a namespace, a topic or a command. */
  override async showHelp(argv: string[]): Promise<void> {
    if (!(await this.showOwn(argv))) await super.showHelp(argv)
  }

  /** The page of a command. */
  override async showCommandHelp(command: Command.Loadable): Promise<void> {
    if (!(await this.showOwn(command.id.split(/[: ]/)))) await super.showCommandHelp(command)
  }

  private showOwn(argv: readonly string[]): Promise<boolean> {
    const {all = false, sendToStderr} = this.opts
    return helpOfOclif(argv, this.config, {all, stream: sendToStderr ? process.stderr : process.stdout})
  }
}
