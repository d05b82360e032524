//! Lists and their filters, records by id or name, and what is said where neither is understood.

use liangjiang::command::{command_at, paths};

use crate::harness::{Run, liangjiang, texts, with_args};

fn ids(args: &str) -> Vec<String> {
    liangjiang(&format!("{args} --format ids")).lines()
}

#[test]
fn classes_are_those_of_the_page_of_2017_and_add_up() {
    assert_eq!(ids("industries --pillar"), ["vehicles"]);
    assert_eq!(ids("industries --emerging"), ["tea"]);
    assert_eq!(ids("industries --emerging --pillar"), ["vehicles", "tea"]);
    assert_eq!(ids("industries --scheme 33511-2023 --tier leading"), ["vehicles"]);
    assert_eq!(ids("industries --scheme 33511-2023 --pillar"), ["vehicles"], "classed by both");
    liangjiang("industries --pillar").says("page of 2017").says("--scheme 33511-2023").run();
    // The three pillars that the area's own page of 2017 names.
    let live = liangjiang("industries --pillar -f ids").live().lines();
    assert_eq!(live, ["automobiles", "electronic-information", "high-end-equipment"]);
}

#[test]
fn filters_hold_together_and_take_labels_in_either_language() {
    assert_eq!(ids("enterprises --park liuyuan --country germany"), ["lumen"]);
    assert_eq!(ids("enterprises --country china"), ["lumen"], "the other home of a joint venture");
    assert_eq!(ids("enterprises --industry vehicles --country japan"), [""; 0]);
    assert_eq!(ids("policies --in-force"), ["tax-ten"]);
    assert_eq!(ids("parks --industry vehicles --port bailuwan --enterprise lumen"), ["liuyuan"]);
    for label in ["river-port", "River port", "内河港口"] {
        let listed = with_args(["ports", "--category", label, "-f", "ids"]).lines();
        assert_eq!(listed, ["bailuwan"], "{label}");
    }
    for shown in ["Carmaker", "整车企业", "vehicles", "汽车", "Vehicles"] {
        let listed = with_args(["enterprises", "--industry", shown, "--park", "柳园工业园", "-f", "ids"]);
        assert_eq!(listed.lines(), ["lumen"], "{shown}");
    }
    for verb in ["ports", "ports list"] {
        assert_eq!(ids(verb), ["bailuwan", "cangyun"]);
    }
}

#[test]
fn every_pair_of_filters_holds_together() {
    let mut pairs = 0;
    for path in paths().filter(|path| path.len() == 1) {
        let command = command_at(&path).unwrap();
        let filters = command.get_arguments().filter(|arg| arg.get_help_heading() == Some("Filters"));
        let mut tried: Vec<(String, String, Vec<String>)> = Vec::new();
        let ids = |options: &str| liangjiang(&format!("{} {options} -f ids", path[0])).live().may_warn();
        for option in filters.filter_map(|arg| arg.get_long()) {
            // The values that the program itself offers; a time it does not.
            let typed = ["--", "liangjiang", path[0], &format!("--{option}"), ""];
            let offered =
                with_args(typed).live().environment(|e| e.complete = Some("fish".to_owned())).lines();
            let word = |line: &String| line.split('\t').next().unwrap().to_owned();
            let is_flag = command
                .get_arguments()
                .any(|arg| arg.get_long() == Some(option) && !arg.get_action().takes_values());
            let values: Vec<String> = match option {
                // These are of what the others leave, or another answer.
                "stale" | "latest" | "outcomes" => continue,
                _ if is_flag => vec![String::new()],
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
    liangjiang("policies --in-force").says("1 shown in force; 0 more not shown").run();
    let ended = liangjiang("policies --width 0").environment(|e| e.today = Some("2029-01-01".to_owned()));
    ended.says("ended Dec 2028 by its own terms").says("0 shown in force").says("+86 00 00000000").run();
    liangjiang("enterprises").says("Active").says("(Presence not confirmed)").run();
}

#[test]
fn a_filter_that_nothing_can_pass_is_a_usage_error_with_what_is_known() {
    liangjiang("ports --category seaport")
        .status(2)
        .warns("--category knows no `seaport`")
        .warns("airport, river-port")
        .run();
    liangjiang("ports --status closed").status(2).warns("--status knows no").run();
    liangjiang("ports --category airport show cangyun").status(2).may_warn().run();
    liangjiang("ports show cangyun --category airport").status(2).warns("--category").run();
}

#[test]
fn a_list_that_nothing_passes_is_empty_and_fine() {
    liangjiang("ports --enterprise otter-tea").warns("no ports pass").run();
    liangjiang("ports --enterprise otter-tea --json").stdout("[]\n").run();
}

#[test]
fn an_id_is_understood_however_it_is_typed() {
    for typed in [
        "bailuwan",
        "BAILUWAN",
        "bailuwan_",
        "Bailuwan Port",
        "bailuwan_port",
        "白鹭湾港",
        "ＢＡＩＬＵＷＡＮ",
        "bailuwangang",
        "bai lu wan gang",
        "bǎi lù wān gǎng",
        "洛云白鹭湾港",
        "heron bay",
    ] {
        with_args(["ports", "show", typed, "--format", "ids"]).stdout("bailuwan\n").run();
    }
    liangjiang("show 洛雲新區 -f ids").stdout("luoyun\n").run();
    liangjiang("show terminal -f ids").status(1).warns("did you mean").run();
}

#[test]
fn a_program_gets_only_what_it_names_exactly() {
    for typed in ["ports show bailuawn -f ids", "show bailuw --json", "show blwg"] {
        liangjiang(typed).status(1).warns("did you mean `bailuwan`?").run();
    }
    liangjiang("show bogus").status(1).warns("liangjiang: no record `bogus`\n").run();
}

#[test]
fn the_wrong_kind_says_which_it_is_and_the_command() {
    liangjiang("ports show liuyuan")
        .status(1)
        .warns("`liuyuan` is a park, not a port")
        .warns("liangjiang parks show liuyuan")
        .run();
}

#[test]
fn what_is_no_command_says_what_was_meant() {
    for (typed, meant) in [
        ("ports bailuwan", "did you mean `liangjiang ports show bailuwan`?"),
        ("ports bailuawn", "did you mean `liangjiang ports show bailuawn`?"),
        ("ports shwo bailuwan", "did you mean `show`?"),
        ("bailuwan", "did you mean `liangjiang show bailuwan`?"),
        ("白鹭湾港", "did you mean `liangjiang show 白鹭湾港`?"),
        ("weather", "did you mean `liangjiang search weather`?"),
        ("prots", "did you mean `ports`?"),
        ("--json", "options stand after the command that they belong to"),
        ("--width=80", "options stand after the command that they belong to"),
        ("--verson", "did you mean `--version`?"),
    ] {
        liangjiang(typed).status(2).warns(meant).run();
    }
}

#[test]
fn what_is_there_is_shown_and_what_is_not_is_named() {
    liangjiang("show bailuwan nope-nothing cangyun --format ids")
        .status(1)
        .stdout("bailuwan\ncangyun\n")
        .warns("`nope-nothing`")
        .run();
    liangjiang("show bailuwan nope-nothing").status(1).says("Bailuwan Port").warns("`nope-nothing`").run();
    liangjiang("show nope-nothing --json").status(1).warns("no record `nope-nothing`").run();
}

#[test]
fn errors_speak_the_language_that_was_asked_for() {
    liangjiang("show nope-nothing --lang zh").status(1).warns("没有记录`nope-nothing`").run();
    liangjiang("show nope-nothing")
        .environment(|environment| environment.locale = Some("zh_CN.UTF-8".to_owned()))
        .status(1)
        .warns("没有记录")
        .run();
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
    with_args(["show", "-", "-f", "ids"]).stdin(*b"\xff\ntea\n").status(3).warns("not UTF-8").run();
    liangjiang("show -").binary().stdin("guoyuan\n".repeat(200_000)).status(3).may_warn().run();
}
