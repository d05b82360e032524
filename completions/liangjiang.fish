complete --keep-order --exclusive --command liangjiang --arguments "(COMPLETE=fish liangjiang -- (commandline --current-process --tokenize --cut-at-cursor) (commandline --current-token))"
