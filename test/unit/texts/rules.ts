/** Wordings that plain English has another word for; what to write instead. */
const WORDINGS: readonly (readonly [RegExp, string])[] = [
  [/(?<!\bthere )\b(?:is|are|was|were) no (?!longer\b|more\b)/i, 'is not a'],
  [/\b(?:is|are) over\b(?! limit)/i, 'has expired'],
  [/\b(?:tells?|told|telling)\b(?!.* apart)/i, 'report, print, show'],
  [/\b(?:mends?|mended|mending)\b/i, 'fix'],
  [/\banew\b/i, 'again'],
  [/\b(?:it|that|what|which|this|stack) stands\b|\bwhere \S+ stands\b/i, 'is'],
  [/\bat most so\b|\bso wide\b|\bas wide as it gets\b/i, 'maximum'],
  [/\bto be had\b/i, 'available'],
  [/\bhas not\b(?! (?:been|yet|\w+ed)\b)/i, 'does not have'],
  [/\blet(?:s|ting)? go\b/i, 'abandon, delete'],
  [/\bhand on\b/i, 'delegate'],
  [/\bsort (?:up|down)wards\b/i, 'ascending, descending'],
  [/\b(?:nobody|somebody) (?:said|says|can be asked)\b/i, 'cancelled'],
  [/\bgo(?:es)? on as before\b/i, 'keep working'],
  [/\bit (?:sleeps|may not)\b/i, 'name the state'],
  [/\btwo looks\b/i, 'polls'],
  [/\bspeaks? (?:TLS|HTTP|it\b)/i, 'use, support'],
  [/\b(?:all the same|by now|judging by)\b/i, 'anyway, since, guessed from'],
  [/\bcut short\b/i, 'truncated'],
  [/\b(?:may|can) stand\b/i, 'is accepted'],
  [/\bwas there before\b/i, 'was listed earlier'],
  [/\bIt (?:has|lists|does): /, 'name what is listed'],
  [/\bhow it is printed\b/i, 'output format'],
  [/\bonly this column\b/i, 'column to include'],
  [/\bof any kind\b/i, 'nothing'],
  [/\bwhat was made\b/i, 'name what was created'],
  [/\blooked after\b/i, 'checked'],
  [/\bthere is no failure \d/i, 'no recorded failure matches'],
  [/\ball commands of \S+(?: \w+)? load\b/i, 'N plugins, all commands load'],
  [/\b(?:simply|just)\b/i, 'nothing'],
  [/!(?=\s|$)/, 'a full stop'],
]

/** Wordings of messages and help that comments may have. */
const IN_MESSAGES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:does|did) not answer\b|\banswered with(?:out)?\b|\bno answer from\b/i, 'respond, return, response'],
  [/(?<!connection )\b(?:is|are|was) refused\b/i, 'the subject that rejects it'],
  [/\basks for (?!confirmation\b)/i, 'prompt for, request'],
  [/\bexclude each other\b/i, 'are mutually exclusive'],
  [/\bexit status\b/i, 'exit code'],
  [/\bin force\b/i, 'current value'],
  [/(?:^|[.:] )(?:Give|Name) (?:a|an|all|another|exactly|it|one|the|your)\b(?! of)/, 'Specify'],
  [/\btype more\b/i, 'use the full name'],
  [/\b(?:no|any|every|some)body\b/i, 'users, another user'],
  [/\b(?:in|on) whole\b|\bwhichever\b|\bbeforehand\b/i, 'name what it is'],
  [/\bneeds --|\bneeds (?:a|an) (?:value|extension|role)\b/i, 'requires'],
  [/ too(?:;|\.|$)/, 'include, also'],
]

/** The wordings of a message or a help text that plain English does without. */
export const oddMessages = (text: string): string[] => [...oddWordings(text), ...found(text, IN_MESSAGES)]

/** The wordings of a text that plain English does without, each with what to write instead. */
export const oddWordings = (text: string): string[] => found(text, WORDINGS)

const found = (text: string, wordings: typeof WORDINGS): string[] =>
  wordings.flatMap(([pattern, instead]) => {
    const [odd] = pattern.exec(text) ?? []
    return odd === undefined ? [] : [`'${odd}' (write: ${instead}): ${text}`]
  })

/** What is wrong with the summary of a command. */
export function summaryFaults(summary: string): string[] {
  const faults = [
    [summary.length > 60, `${summary.length} characters, maximum 60`],
    [!/^[A-Z]/.test(summary), 'starts without a capital'],
    [/\.$|\. /.test(summary), 'contains a full stop'],
  ] as const
  return faults.flatMap(([holds, fault]) => (holds ? [`${fault}: ${summary}`] : []))
}

/** What is wrong with the description of an option or an argument. */
export function descriptionFaults(description: string): string[] {
  const faults = [
    [/^It /.test(description), 'starts with a pronoun'],
    [/^[^.]*\.$/.test(description), 'a single sentence ends with a full stop'],
  ] as const
  return faults.flatMap(([holds, fault]) => (holds ? [`${fault}: ${description}`] : []))
}

const LONGEST_SENTENCE = 25

/** Sentences of a markdown page with more than 25 words; code, tables, headings and comments do not count. */
export function longSentences(markdown: string): string[] {
  return prose(markdown)
    .flatMap((block) => block.split(/(?<=[.!?])\s/))
    .filter((sentence) => sentence.split(' ').length > LONGEST_SENTENCE)
}

/** The paragraphs and list items of a markdown page, without code. */
export function prose(markdown: string): string[] {
  return markdown
    .replaceAll(/^( *)```[\s\S]*?^\1```/gm, '')
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .split(/\n\s*\n|\n(?=\s*(?:[-*]|\d+\.) )/)
    .filter((block) => !/^(?: {4}|\s*[|#])/.test(block))
    .map((block) =>
      block
        .replaceAll(/`[^`]*`/g, 'CODE')
        .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
}
