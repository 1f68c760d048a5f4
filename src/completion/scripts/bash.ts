import {identifier} from '#completion/scripts/identifier'

/** Asks osc at each key press; osc answers from a table without loading its commands. */
export const bashCompletion = (program: string): string => `# Completion of ${program} in bash.
_${identifier(program)}_completion() {
  local IFS=$'\\n' answer
  COMPREPLY=()
  answer=$(${program} __complete bash "$COMP_WORDBREAKS" "\${COMP_LINE:0:COMP_POINT}" 2>/dev/null) || return
  if [ "$answer" = files ]; then
    compopt -o default
  else
    set -o noglob
    COMPREPLY=($answer)
    set +o noglob
    COMPREPLY=("\${COMPREPLY[@]:1}")
  fi
}
# The order is that of use, where bash can keep it (4.4).
complete -o nosort -F _${identifier(program)}_completion ${program} 2>/dev/null ||
  complete -F _${identifier(program)}_completion ${program}
`
