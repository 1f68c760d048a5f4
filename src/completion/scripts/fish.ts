import {identifier} from '#completion/scripts/identifier'

/** fish shows what follows the tab, and quotes by itself. */
export const fishCompletion = (program: string): string => `# Completion of ${program} in fish.
function __${identifier(program)}_completion
    set -l current (commandline -ct)
    set -l lines (${program} __complete fish "$current" (commandline -opc) 2>/dev/null)
    if test "$lines[1]" = files
        __fish_complete_path "$current"
    else
        set -e lines[1]
        printf '%s\\n' $lines
    end
end
complete -c ${program} -e
complete -c ${program} -f -k -a '(__${identifier(program)}_completion)'
`
