# Completion for bash 3.2 and later: asks the program what the word before the cursor may be.
_liangjiang() {
    local i word value rest=${COMP_LINE:0:COMP_POINT} words=()
    # Bash parts words at = and : too; here only blanks do.
    for ((i = 0; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if [[ $i -eq 0 || $rest == [[:blank:]]* ]]; then
            rest=${rest#"${rest%%[![:blank:]]*}"}
            words+=("")
        fi
        if ((i == COMP_CWORD)); then word=$rest; fi
        words[${#words[@]} - 1]+=$word
        rest=${rest#"$word"}
    done
    # Bash replaces $2, which is the end of the last word.
    word=${words[${#words[@]} - 1]}
    word=${word%"$2"}
    COMPREPLY=()
    while IFS=$'\t' read -r value _; do
        case $value in
            /directories) compopt -o dirnames 2>/dev/null ;;
            /parts) compopt -o nospace 2>/dev/null ;;
            *) COMPREPLY+=("${value#"$word"}") ;;
        esac
    done < <(COMPLETE=bash liangjiang -- "${words[@]//[\"\'\\]/}" 2>/dev/null)
}
complete -o nosort -F _liangjiang liangjiang 2>/dev/null || complete -F _liangjiang liangjiang
