import type {Topic} from '#help/topics/topic'

export const scripting = (program: string): Topic => ({
  about: 'Use osc in scripts.',
  sections: [
    {
      title: 'RULES',
      text: [
        'Results go to stdout, everything else to stderr. In a pipe there are no prompts and no colors.',
        `The exit code shows the kind of failure: ${program} help exit-codes.`,
        'Use -f json, or -f value -c COLUMN, instead of parsing tables.',
      ],
    },
    {
      title: 'EXAMPLES',
      lines: [
        `$ ${program} project show demo -f value -c id`,
        `$ ${program} user list -f json | jq -r '.[].Name'`,
        `$ eval "$(${program} project show demo -f shell --prefix project_)"`,
      ],
    },
  ],
})
