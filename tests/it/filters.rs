//! Filters of lists and of figures.

use liangjiang::command::{command_at, paths};

use crate::harness::{liangjiang, with_args};

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
