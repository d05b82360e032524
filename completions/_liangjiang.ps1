# Completion for PowerShell: asks the program what the word before the cursor may be.
Register-ArgumentCompleter -Native -CommandName liangjiang -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    # Only the text of the words is passed on: nothing that was typed is run.
    $words = @(foreach ($element in $commandAst.CommandElements) {
        $length = $cursorPosition - $element.Extent.StartOffset
        if ($length -gt 0) {
            $text = $element.Extent.Text
            $text.Substring(0, [Math]::Min($length, $text.Length)).Trim([char[]]@(34, 39))
        }
    })
    # An empty word would be lost on the way to a program, so that the last one begins with a colon.
    if ($wordToComplete -eq '') { $words += ':' } else { $words[-1] = ':' + $words[-1] }
    $before = $env:COMPLETE
    $env:COMPLETE = 'powershell'
    $lines = @(liangjiang -- @words 2>$null)
    $env:COMPLETE = $before
    foreach ($line in $lines) {
        # Names of directories are completed by PowerShell itself, where nothing is said here.
        if ($line.StartsWith('/')) { continue }
        $value, $help = $line.Split([char]9)
        if (-not $help) { $help = $value }
        [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $help)
    }
}
