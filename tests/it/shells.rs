//! What shells and people hand over: scripts that complete, bytes that are no text, more than the limits allow.

use std::{fmt::Write as _, fs};

use liangjiang::limit;

use crate::harness::{liangjiang, project, with_args};

/// What the program answers the scripts is in `tests/golden/pages/completions.txt`.
#[test]
fn a_script_is_printed_by_name_and_for_a_shell_that_names_itself() {
    for (shell, file) in [
        ("bash", "liangjiang.bash"),
        ("zsh", "_liangjiang"),
        ("fish", "liangjiang.fish"),
        ("powershell", "_liangjiang.ps1"),
        ("elvish", "liangjiang.elv"),
    ] {
        let script = fs::read_to_string(project("completions").join(file)).unwrap();
        // Windows PowerShell reads a script by a code page that nobody knows here.
        assert!(script.is_ascii(), "{shell}");
        liangjiang(&format!("completions {shell}")).stdout(&script).run();
        liangjiang("").env("COMPLETE", format!("/bin/{shell}")).stdout(&script).run();
    }
}

#[test]
fn what_is_no_text_is_refused() {
    for bytes in [&b"\xff\xfec\0a\0"[..], b"c\0a\0n\0", b"\xb9\xfb\xd4\xb0\xb8\xdb"] {
        liangjiang("show -").stdin(bytes).status(3).warns("not UTF-8").run();
        liangjiang("figures - --lang zh").stdin(bytes).status(3).warns("不是UTF-8").run();
    }
}

#[test]
fn what_is_asked_for_and_what_is_said_of_it_is_held_to_limits() {
    let many = |words: &[&str], more: &str, times: usize| {
        let output = with_args(words.iter().copied().chain(std::iter::repeat_n(more, times))).output();
        assert!(output.stderr.len() <= 4096, "{words:?}: {} bytes", output.stderr.len());
        output
    };
    for (word, more, most) in [("figures", "--metric=x", limit::ARGUMENTS - 2), ("gaps", "x", 100)] {
        assert_ne!(many(&[word], more, most).status, 2, "{word}");
        let over = many(&[word], more, most + 1);
        assert_eq!((over.status, &*over.stdout), (2, ""), "{word}");
    }
    for (length, status) in [(limit::INPUT, 0), (limit::INPUT + 1, 3)] {
        let blank = vec![b' '; usize::try_from(length).unwrap()];
        liangjiang("show - -f ids").binary().stdin(blank).status(status).may_warn().run();
    }
    let mut ids = String::new();
    for n in 0..20_000 {
        writeln!(ids, "nobody-knows-{n}").unwrap();
    }
    for command in
        ["show - -f ids", "show - -f bibtex", "figures - -f ids", "cite - -f ids", "sources show - -f ids"]
    {
        let said = liangjiang(command).stdin(ids.clone()).output();
        assert_eq!(said.status, 1, "{command}");
        assert!(said.stderr.len() < 4096 && said.stderr.contains("19980"), "{command}: {}", said.stderr);
    }
    liangjiang("show -").stdin(ids.clone() + "one-more\n").status(2).warns("20000").run();
    // A name that is known is found behind many that are not.
    let known = ids[..5000].to_owned() + "\nbailuwan\n";
    liangjiang("show - -f ids").stdin(known).status(1).stdout("bailuwan\n").may_warn().run();
    // What is asked for often is answered once.
    for words in
        [&["cite", "--json"][..], &["sources", "show", "--json"], &["show", "--json"], &["figures", "--json"]]
    {
        let id = if words[0] == "sources" { "mirror-undated-copy" } else { "bailuwan" };
        assert_eq!(many(words, id, 2).stdout, many(words, id, 3000).stdout, "{words:?}");
    }
    let fields = vec!["id"; 10_000].join(",");
    assert_eq!(many(&["ports", "-f", "csv", "--fields"], &fields, 1).stdout, "id\nbailuwan\ncangyun\n");
    let fields = vec!["id,metric,-id"; 4000].join(",");
    assert_eq!(many(&["figures", "-f", "ids", "--sort"], &fields, 1).status, 0);
    let unknown = (0..10_000).map(|n| format!("f{n}")).collect::<Vec<_>>().join(",");
    for option in ["--fields", "--sort"] {
        assert_eq!(many(&["ports", option], &unknown, 1).status, 2);
    }
    let blanks = "word ".repeat(9000);
    let before = "show||ports|ports --category|ports --format|ports --width|ports --fields|help|schema|completions|\
                  search|figures --metric|figures --year|sources show|cite|gaps";
    for before in before.split('|') {
        let said = with_args(before.split_whitespace().chain([&*blanks])).output().stderr;
        assert!(said.len() < 2048, "{before}: {} bytes", said.len());
        assert!(said.matches("word ").count() <= 32, "{before}: {said}");
    }
}
