import type {Rule} from '#authoring/rules/rule'
import {asText} from '#json'

/** No command of the core's or of another plugin's has the same name. */
export const conflicts: Rule = ({packageJson, commands, index}) => {
  const own = asText(packageJson.name)
  return commands.flatMap(({id}) => {
    const owner = index.plugins[index.commands[id] ?? -1]
    return owner && owner.name !== own ? [{where: id, message: `${owner.name} has a command of this name.`}] : []
  })
}
