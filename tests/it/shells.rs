//! Command lines as shells and people type them: completion, blanks in arguments, lists fed back, pages in pipes,
//! limits; and a schema for every JSON that is printed.

use std::fmt::Write as _;

use liangjiang::command::{command_at, contract_at, paths};
use serde_json::Value;

use crate::harness::{answers, liangjiang, with_args};

/// What a shell is offered for the last of some words, each line whole.
fn offered(shell: &str, words: &[&str]) -> Vec<String> {
    let args = ["--", "liangjiang"].iter().chain(words);
    with_args(args).environment(|it| it.complete = Some(shell.to_owned())).lines()
}

#[test]
fn what_powershell_reads_is_ascii() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        assert!(liangjiang(&format!("completions {shell}")).prints().run().is_ascii(), "{shell}");
    }
    let ids = offered("powershell", &["show", ":"]);
    assert!(ids.len() > 5 && ids.iter().all(|line| line.is_ascii()), "{ids:?}");
    assert!(offered("zsh", &["show", ""]).iter().any(|line| !line.is_ascii()));
}

#[test]
fn blanks_and_empty_parts_are_no_fault_and_full_width_signs_are_folded() {
    let want = liangjiang("ports --fields id,name -f csv").prints().run();
    for fields in ["id, name", "id,name,", ",id,,name", " id ,name", "id，name", "id,id,name", "ｉｄ,name"]
    {
        with_args(["ports", "--fields", fields, "-f", "csv"]).stdout(&want).run();
    }
    for nothing in ["", ",", " , "] {
        with_args(["ports", "--fields", nothing]).status(2).warns("no field ``").run();
    }
}

#[test]
fn help_lists_the_formats_that_a_command_has_and_no_output_option_by_itself() {
    for path in paths() {
        let Some(contract) = contract_at(&path) else { continue };
        let cites =
            ["show", "figures", "sources", "cite"].contains(path.last().unwrap()) || path[0] == "sources";
        let help = with_args([&path[..], &["-h"]].concat()).prints().run();
        assert_eq!(help.contains("bibtex"), cites, "{path:?} {contract:?}");
        assert!(!help.contains("\n      --no-pager") && help.contains("--no-pager"), "{path:?}: {help}");
    }
}

#[test]
fn ids_are_waited_for_with_a_word_on_a_terminal_only() {
    use std::cell::RefCell;
    thread_local!(static SAID: RefCell<String> = const { RefCell::new(String::new()) });
    let run = |terminal: bool, lang: &str| {
        SAID.take();
        liangjiang(&format!("show - -f ids --lang {lang}"))
            .stdin("bailuwan\n")
            .environment(|it| {
                it.stdin_terminal = terminal;
                it.notify = Some(|line| SAID.with_borrow_mut(|said| said.push_str(line)));
            })
            .stdout("bailuwan\n")
            .run();
        SAID.take()
    };
    assert_eq!(run(false, "en"), "");
    assert!(run(true, "en").ends_with("end with Ctrl-D"));
    assert!(run(true, "zh").contains("Ctrl-D") && !run(true, "zh").is_ascii());
}

#[test]
fn an_answer_in_csv_may_be_fed_back_and_what_is_no_text_is_refused() {
    let fed = |command: &str, text: &str| with_args(command.split(' ')).stdin(text.to_owned());
    for command in
        ["ports -f csv --fields id", "ports -f csv", "ports -f tsv", "ports -f csv --fields aliases,id"]
    {
        let list = liangjiang(command).prints().run();
        let ids = liangjiang("ports -f ids").prints().run();
        fed("show - -f ids", &list).stdout(&ids).warns("skipped the header").run();
    }
    let subjects = liangjiang("figures cangyun -f csv --fields subject,value").prints().run();
    fed("show - -f ids", &subjects).stdout("cangyun\n").warns("`subject`").run();
    fed("show - -f ids", "\u{feff}id\r\ncangyun\r\n").stdout("cangyun\n").warns("`id`").run();
    for bytes in [&b"\xff\xfec\0a\0"[..], b"c\0a\0n\0", b"\xb9\xfb\xd4\xb0\xb8\xdb"] {
        with_args(["show", "-"]).stdin(bytes).status(3).warns("not UTF-8").run();
        with_args(["figures", "-", "--lang", "zh"]).stdin(bytes).status(3).warns("不是UTF-8").run();
    }
}

#[test]
fn a_page_in_a_pipe_is_eighty_columns_wide_and_a_list_as_wide_as_it_needs() {
    let width = |line: &str| unicode_width::UnicodeWidthStr::width(line);
    for page in [
        "overview",
        "show bailuwan",
        "compare bailuwan cangyun",
        "search bailuwan",
        "conflicts",
        "gaps",
        "plans --outcomes",
        "help formats",
    ] {
        let said = liangjiang(page).may_warn().prints().run();
        assert!(said.lines().all(|line| width(line) <= 80), "{page}: {said}");
        let asked = liangjiang(page).environment(|it| it.columns = Some("80".to_owned()));
        asked.may_warn().stdout(&said).run();
    }
    for list in ["ports", "sources", "ports --fields id,name,summary"] {
        let rows = liangjiang(&format!("{} -f ids", list.split(' ').next().unwrap())).lines().len();
        let said = liangjiang(list).lines();
        assert!(said.iter().filter(|line| !line.is_empty()).count() > rows, "{list}");
        assert!(said.iter().any(|line| width(line) > 80) || list == "ports", "{list} is wrapped");
    }
}

#[test]
fn what_is_asked_for_and_what_is_said_of_it_is_held_to_limits() {
    let mut ids = String::new();
    for n in 0..20_000 {
        writeln!(ids, "nobody-knows-{n}").unwrap();
    }
    for command in
        ["show - -f ids", "show - -f bibtex", "figures - -f ids", "cite - -f ids", "sources show - -f ids"]
    {
        let output = with_args(command.split(' ')).stdin(ids.clone()).output();
        assert_eq!(output.status, 1, "{command}");
        assert!(
            output.stderr.len() < 4096 && output.stderr.contains("19980"),
            "{command}: {}",
            output.stderr
        );
    }
    liangjiang("show -").stdin(ids.clone() + "one-more\n").status(2).warns("20000").run();
    // A name that is known is found behind many that are not.
    with_args(["show", "-", "-f", "ids"])
        .stdin(ids[..5000].to_owned() + "\nbailuwan\n")
        .status(1)
        .stdout("bailuwan\n")
        .may_warn()
        .run();
    let fields = vec!["id,metric,-id"; 4000].join(",");
    with_args(["figures", "--sort", &fields, "-f", "ids"]).prints().run();
    let blanks = "word ".repeat(9000);
    let before = "show||ports|ports --category|ports --format|ports --width|ports --fields|help|schema|completions|\
                  search|figures --metric|figures --year|sources show|cite|gaps";
    for before in before.split('|') {
        let said = with_args(before.split_whitespace().chain([&*blanks])).output().stderr;
        assert!(said.len() < 2048, "{before}: {} bytes", said.len());
        assert!(said.matches("word ").count() <= 32, "{before}: {said}");
    }
}

#[test]
fn a_man_page_is_dated_breaks_no_name_and_has_no_blank_example() {
    for path in std::iter::once(Vec::new()).chain(paths()) {
        let page = with_args([&["man"], &path[..]].concat()).prints().run();
        let date = liangjiang("version --json").json()["data_version"].as_str().unwrap().replace('.', "-");
        let title = page.lines().next().unwrap();
        assert!(
            title.contains(&format!(" 1 {date} ")) && title.ends_with("\"Liangjiang reference\""),
            "{title}"
        );
        assert!(page.contains("\n.nh\n") && page.is_ascii(), "{path:?}");
        let examples = page.rsplit(".SH EXAMPLES\n").next().unwrap();
        assert!(!examples.contains("\\[u") && examples.lines().count() >= 3, "{path:?}: {examples}");
        let synopsis = page.split(".SH ").find(|section| section.starts_with("SYNOPSIS")).unwrap();
        for arg in command_at(&path).iter().flat_map(clap::Command::get_arguments) {
            let value = arg.get_value_names().filter(|_| arg.get_action().takes_values());
            for value in value.into_iter().flatten() {
                assert!(synopsis.contains(value.as_str()), "{path:?}: no {value} in {synopsis}");
            }
        }
        assert!(page.lines().all(|line| line.len() <= 100 || line.starts_with("liangjiang")), "{path:?}");
    }
}

/// Whether a value fits a schema, by the rules that tell our schemas apart; `.ci/validate` has all of the standard.
fn fits(value: &Value, schema: &Value, definitions: &Value) -> bool {
    let fit = |value: &Value, schema: &Value| fits(value, schema, definitions);
    let items = || value.as_array().into_iter().flatten();
    schema.as_object().into_iter().flatten().all(|(rule, by)| {
        let list = || by.as_array().into_iter().flatten();
        match rule.as_str() {
            "$ref" => fit(value, &definitions[by.as_str().unwrap().trim_start_matches("#/$defs/")]),
            "type" => {
                let own = match value {
                    Value::Null => "null",
                    Value::String(_) => "string",
                    Value::Bool(_) => "boolean",
                    Value::Number(number) if !number.is_f64() => "integer",
                    Value::Number(_) => "number",
                    Value::Array(_) => "array",
                    Value::Object(_) => "object",
                };
                let is_own = |of: &Value| *of == own || (*of == "number" && own == "integer");
                is_own(by) || list().any(is_own)
            }
            "const" => value == by,
            "enum" => list().any(|one| one == value),
            "anyOf" => list().any(|one| fit(value, one)),
            "oneOf" => list().filter(|one| fit(value, one)).count() == 1,
            "properties" => {
                let mut keys = value.as_object().into_iter().flatten();
                keys.all(|(key, value)| by.get(key).is_some_and(|own| fit(value, own)))
            }
            "required" => !value.is_object() || list().all(|key| value.get(key.as_str().unwrap()).is_some()),
            "items" => items().all(|item| fit(item, by)),
            "prefixItems" => items().zip(list()).all(|(item, by)| fit(item, by)),
            _ => true,
        }
    })
}

#[test]
fn every_command_line_that_prints_json_has_a_schema_that_its_answer_fits() {
    let all = liangjiang("schema").json();
    let described: Vec<&String> = all.as_object().unwrap().keys().collect();
    for path in
        paths().filter(|path| command_at(path).unwrap().get_arguments().any(|arg| arg.get_id() == "json"))
    {
        assert!(described.contains(&&path.join(" ")), "{path:?} prints JSON and has no schema");
    }
    let check = |command: &str, name: &str, schema: &Value| {
        let answer = liangjiang(command).may_warn().json();
        assert!(fits(&answer, schema, &schema["$defs"]), "{command} does not fit {name}: {answer}");
        assert!(!fits(&Value::from("x"), schema, &schema["$defs"]), "{name} takes anything");
    };
    let path_of = |command: &str| {
        let words: Vec<&str> = command.split(' ').collect();
        match words.get(1) {
            Some(verb @ (&"show" | &"list")) => format!("{} {verb}", words[0]),
            _ => words[0].to_owned(),
        }
    };
    let others =
        ["plans --outcomes", "plans list --outcomes", "figures --chart", "figures --latest --totals"];
    for command in answers().iter().map(AsRef::as_ref).chain(others) {
        let name = path_of(command);
        check(&format!("{command} --json"), &name, &all[&name]);
        let key = contract_at(&name.split(' ').collect::<Vec<_>>()).unwrap().keys[0];
        let cut = with_args(["schema", &name, "--fields", key]).json();
        if !command.contains("--outcomes") || key == "id" {
            check(&format!("{command} --json --fields {key}"), &format!("{name} --fields {key}"), &cut);
        }
        if name.contains("show") || name == "figures" || name.starts_with("sources") {
            check(&format!("{command} -f csl-json"), "csl-json", &all["csl-json"]);
        }
    }
    assert_eq!(liangjiang("schema plans outcomes").json(), all["plans outcomes"]);
}
