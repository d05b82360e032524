# Completion for fish: asks the program what the word before the cursor may be.
function __liangjiang_complete
    set -l words (commandline --current-process --tokenize --cut-at-cursor)
    set -l word (commandline --current-token --cut-at-cursor)
    set -l lines (COMPLETE=fish liangjiang -- $words (string trim --left --chars '"\'' -- "$word") 2>/dev/null)
    if test "$lines[1]" = /directories
        set -l option (string match --regex -- '^-[^=]*=' "$word")
        string replace --regex -- '^' "$option" (__fish_complete_directories (string replace -- "$option" '' "$word") '')
    else
        string match --invert -- '/*' $lines
    end
end
complete --command liangjiang --no-files --keep-order --arguments '(__liangjiang_complete)'
