# Completion for elvish: asks the program what the word before the cursor may be.
use str
set edit:completion:arg-completer[liangjiang] = {|@words|
    var lines = [(env COMPLETE=elvish liangjiang -- $@words 2>/dev/null | from-lines)]
    if (and (> (count $lines) 0) (eq $lines[0] /directories)) {
        edit:complete-filename $@words
    } else {
        for line $lines {
            if (not (str:has-prefix $line /)) { put [(str:split "\t" $line)][0] }
        }
    }
}
