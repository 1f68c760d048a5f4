import {TOPIC_NAMES, topicNamed} from '#help/topics'
import {type HelpChoice, type HelpRuntime, showHelp, showTopic} from '#line/help'
import {isTopic} from '#line/without-command'
import {matchCommand} from '#line/words'
import {commandNames} from '#plugins/names'
import type {PluginIndex} from '#plugins/types'

/** Shows the page of a topic, a command, a noun or a namespace, or the first page; undefined where nothing has this name. */
export async function helpOn(
  words: readonly string[],
  runtime: HelpRuntime,
  index: PluginIndex,
  choice: HelpChoice,
): Promise<number | undefined> {
  const [only = ''] = words
  if (words.length === 0 || (words.length === 1 && TOPIC_NAMES.includes(only)))
    return await showTopic(words, runtime, index, choice)
  const match = matchCommand(words, commandNames(index))
  if (match && 'id' in match && match.length === words.length) return await showHelp(match.id, runtime, index, choice)
  if (isTopic(words, index)) return await showTopic(words, runtime, index, choice)
  const topic = words.length === 1 ? topicNamed(only) : undefined
  return topic === undefined ? undefined : await showTopic([topic], runtime, index, choice)
}
