import type {Rule} from '#authoring/rules/rule'

const WORD = /^[a-z][a-z0-9-]*$/

/** Verbs of OSC's commands that are at the end and never name a thing. */
const VERBS = new Set(['list', 'show', 'create', 'delete', 'set', 'unset'])

/** Noun, then verb: `server group create`. https://docs.openstack.org/python-openstackclient/latest/contributor/humaninterfaceguide.html */
export const grammar: Rule = ({commands}) =>
  commands.flatMap(({id}) => {
    const words = id.split(' ')
    const odd = words.find((word) => !WORD.test(word))
    if (odd !== undefined)
      return [{where: id, message: `'${odd}' does not consist of lowercase letters, digits and dashes.`}]
    if (words.length < 2) return [{where: id, message: 'A command needs a noun and a verb.'}]
    const [first = ''] = words
    return VERBS.has(first)
      ? [{where: id, message: `Put the noun first: ${[...words.slice(1), first].join(' ')}.`}]
      : []
  })
