//! Lists and their filters, records by id or name, and what is said where neither is understood.

use liangjiang::command::{command_at, paths};

use crate::harness::{Run, liangjiang, texts, with_args};

#[test]
fn every_pair_of_filters_holds_together() {
    let mut pairs = 0;
    for path in paths().filter(|path| path.len() == 1) {
        let command = command_at(&path).unwrap();
        let filters = command.get_arguments().filter(|arg| arg.get_help_heading() == Some("Filters"));
        let mut tried: Vec<(String, String, Vec<String>)> = Vec::new();
        let ids = |options: &str| liangjiang(&format!("{} {options} -f ids", path[0])).live().may_warn();
        for (arg, option) in filters.filter_map(|arg| Some((arg, arg.get_long()?))) {
            // The values that the program itself offers; a time it does not.
            let typed = ["--", "liangjiang", path[0], &format!("--{option}"), ""];
            let offered = with_args(typed).live().env("COMPLETE", "fish").lines();
            let word = |line: &String| line.split('\t').next().unwrap().to_owned();
            let values: Vec<String> = match option {
                // These are of what the others leave, or another answer.
                "stale" | "latest" | "outcomes" => continue,
                _ if !arg.get_action().takes_values() => vec![String::new()],
                "from" => vec!["2019".to_owned(), "2021".to_owned()],
                "year" | "to" => vec!["2021".to_owned(), "2023".to_owned()],
                _ => offered.iter().step_by(offered.len().div_ceil(3).max(1)).map(word).collect(),
            };
            for value in values {
                let given = format!("--{option} {value}");
                let passing = ids(&given).lines();
                tried.push((option.to_owned(), given, passing));
            }
        }
        for (n, (option, given, passing)) in tried.iter().enumerate() {
            for (other, and, also) in &tried[n + 1..] {
                let classes = ["pillar", "emerging", "service"];
                let both: Vec<&String> = match (option.as_str(), other.as_str()) {
                    _ if option == other => continue,
                    ("year", "from" | "to") | ("scheme", "tier") => continue,
                    (a, b) if classes.contains(&a) && classes.contains(&b) => continue,
                    _ => passing.iter().filter(|id| also.contains(id)).collect(),
                };
                pairs += 1;
                let found = ids(&format!("{given} {and}")).lines();
                let same = found.len() == both.len() && both.iter().all(|id| found.contains(id));
                assert!(same, "{path:?} {given} {and}");
            }
        }
    }
    assert!(pairs > 500, "{pairs}");
}

#[test]
fn a_policy_that_has_ended_and_an_enterprise_that_is_not_there_read_so() {
    let ended = liangjiang("policies --width 0").env("LIANGJIANG_TODAY", "2029-01-01");
    ended.says("ended Dec 2028 by its own terms").says("0 shown in force").says("+86 00 00000000").run();
}

#[test]
fn an_id_is_understood_however_it_is_typed() {
    let ways = "bailuwan; BAILUWAN; bailuwan_; Bailuwan Port; bailuwan_port; 白鹭湾港; ＢＡＩＬＵＷＡＮ; bailuwangang; \
                bai lu wan gang; bǎi lù wān gǎng; 洛云白鹭湾港; heron bay";
    for typed in ways.split("; ") {
        with_args(["ports", "show", typed, "--format", "ids"]).stdout("bailuwan\n").run();
    }
}

#[test]
fn ids_come_from_standard_input() {
    let fed = |args: &str, input: &str| -> Run { liangjiang(args).stdin(input) };
    fed("ports show - -f ids", "\u{feff}  bailuwan \r\n\r\n").stdout("bailuwan\n").run();
    fed("show tea - lumen -f ids", "bailuwan\n").stdout("tea\nbailuwan\nlumen\n").run();
    assert!(fed("show - --json", "tea\n").json().is_array(), "a list, however many ids");
    assert!(fed("show tea --json", "").json().is_object());
    fed("figures - --json", "").stdout("[]\n").run();
    fed("sources show - -f ids", "mirror-undated-copy\n").stdout("mirror-undated-copy\n").run();
    fed("show - -f ids", "tea\nnope\n--json\nlumen\n")
        .status(1)
        .stdout("tea\nlumen\n")
        .warns("`nope`")
        .warns("`--json`")
        .run();
    let figures = fed("figures - --json", "cangyun\n").rows();
    assert!(!figures.is_empty() && texts(&figures, "subject").iter().all(|subject| subject == "cangyun"));
}
