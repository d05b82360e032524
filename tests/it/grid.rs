//! The grid of kinds and verbs, filters, and what an ID argument understands.

use crate::harness::{liangjiang, run_args};

fn ids(args: &str) -> Vec<String> {
    liangjiang(&format!("{args} --format ids")).prints().run().lines().map(str::to_owned).collect()
}

#[test]
fn pillar_lists_exactly_the_three_of_the_page_of_2017_and_says_whose_classes_they_are() {
    assert_eq!(ids("industries --pillar"), ["automobiles", "electronic-information", "high-end-equipment"]);
    liangjiang("industries --pillar").says("page of 2017").says("--scheme 33511-2023").run();
}

#[test]
fn classes_of_the_page_add_up() {
    let (emerging, service) = (ids("industries --emerging"), ids("industries --service"));
    assert!(emerging.contains(&"robotics".to_owned()) && service.contains(&"finance".to_owned()));
    assert_eq!(ids("industries --emerging --service").len(), emerging.len() + service.len());
}

#[test]
fn a_scheme_and_a_tier_hold_together() {
    assert_eq!(
        ids("industries --scheme 33511-2023 --tier leading"),
        ["electronic-information", "nev", "software"],
        "the three leading industries of the plan of 2023"
    );
}

#[test]
fn every_kind_lists_by_default_and_shows_each_of_its_records() {
    for kind in ["industries", "ports", "parks", "plans", "policies", "enterprises", "projects", "areas"] {
        let listed = ids(kind);
        assert!(!listed.is_empty());
        assert_eq!(listed, ids(&format!("{kind} list")));
        let shown = liangjiang(&format!("{kind} show {} --format ids", listed.join(" "))).prints().run();
        assert_eq!(shown.lines().collect::<Vec<_>>(), listed);
    }
}

#[test]
fn filters_hold_together() {
    let in_yufu = ids("enterprises --park yufu");
    assert!(in_yufu.contains(&"hyundai".to_owned()));
    assert_eq!(ids("enterprises --park yufu --country south-korea"), ["hyundai", "hankook"]);
    assert_eq!(ids("ports --category river-port"), ["cuntan", "guoyuan", "port-of-chongqing"]);
    let in_force = ids("policies --in-force");
    assert!(in_force.contains(&"western-tax-15".to_owned()) && !in_force.contains(&"fdi-rewards".to_owned()));
    assert!(ids("parks --industry automobiles").contains(&"yufu".to_owned()));
}

#[test]
fn a_filter_value_may_be_a_label_in_either_language() {
    assert_eq!(
        run_args(["ports", "--category", "River port", "--format", "ids"]).prints().run().lines().count(),
        3
    );
    assert_eq!(
        run_args(["ports", "--category", "内河港口", "--format", "ids"]).prints().run().lines().count(),
        3
    );
}

#[test]
fn an_unknown_filter_value_is_a_usage_error_with_the_known_ones() {
    liangjiang("ports --category seaport")
        .status(2)
        .warns("--category knows no `seaport`")
        .warns("river-port")
        .run();
}

#[test]
fn a_list_that_nothing_passes_is_empty_and_fine() {
    liangjiang("ports --category corridor --status closed").status(2).warns("--status knows no").run();
    liangjiang("ports --enterprise boe").warns("no ports pass").run();
    liangjiang("ports --enterprise boe --json").stdout("[]\n").run();
}

#[test]
fn a_filter_beside_show_is_a_usage_error() {
    liangjiang("ports --category airport show guoyuan").status(2).may_warn().run();
    liangjiang("ports show guoyuan --category airport").status(2).warns("--category").run();
}

#[test]
fn an_id_argument_takes_ids_names_aliases_and_pinyin_however_they_are_typed() {
    for typed in [
        "guoyuan",
        "Guoyuan",
        "GUOYUAN",
        "guoyuan_",
        "Guoyuan Port",
        "guoyuan_port",
        "果园港",
        "果園港",
        "ＧＵＯＹＵＡＮ",
        "guoyuangang",
        "guo yuan gang",
        "guǒ yuán gǎng",
        "重庆果园港",
    ] {
        assert_eq!(
            run_args(["ports", "show", typed, "--format", "ids"]).prints().run(),
            "guoyuan\n",
            "{typed}"
        );
    }
}

#[test]
fn a_unique_beginning_is_enough() {
    assert_eq!(liangjiang("show wester --format ids").status(1).warns("did you mean").run(), "");
    assert_eq!(liangjiang("show western-tax --format ids").prints().run(), "western-tax-15\n");
}

#[test]
fn the_wrong_kind_says_which_it_is_and_the_command() {
    liangjiang("ports show yufu")
        .status(1)
        .warns("`yufu` is a park, not a port")
        .warns("liangjiang parks show yufu")
        .run();
}

#[test]
fn an_id_without_show_says_what_was_meant() {
    liangjiang("ports guoyuan").status(2).warns("did you mean `liangjiang ports show guoyuan`?").run();
    liangjiang("ports guoyaun").status(2).warns("did you mean `liangjiang ports show guoyaun`?").run();
    liangjiang("ports shwo guoyuan").status(2).warns("a similar subcommand exists: 'show'").run();
    liangjiang("parks shuitu").status(2).warns("did you mean `liangjiang parks show shuitu`?").run();
    liangjiang("guoyuan").status(2).warns("did you mean `liangjiang show guoyuan`?").run();
    liangjiang("果园港").status(2).warns("did you mean `liangjiang show 果园港`?").run();
    liangjiang("weather").status(2).warns("did you mean `liangjiang search weather`?").run();
    // A mistyped command is still told as one.
    liangjiang("prots").status(2).warns("'ports'").run();
}

#[test]
fn an_option_before_any_command_is_told_where_it_belongs() {
    for line in ["--json", "--width=80", "--lang zh ports"] {
        liangjiang(line).status(2).warns("options stand after the command that they belong to").run();
    }
    // The program's own options stand there, and a mistyped one is still told as such.
    liangjiang("--verson").status(2).warns("'--version'").run();
    assert!(liangjiang("--version").prints().run().starts_with("liangjiang "));
}

#[test]
fn what_is_there_is_shown_and_what_is_not_is_named() {
    let shown = liangjiang("show guoyuan nope-nothing cuntan --format ids")
        .status(1)
        .prints()
        .warns("`nope-nothing`")
        .run();
    assert_eq!(shown, "guoyuan\ncuntan\n");
    liangjiang("show nope-nothing --json").status(1).warns("no record `nope-nothing`").run();
}

#[test]
fn fields_are_picked_in_every_format_and_an_unknown_one_lists_the_known() {
    assert_eq!(
        liangjiang("ports show guoyuan --fields id,name_zh --json").prints().run(),
        "{\"id\":\"guoyuan\",\"name_zh\":\"果园港\"}\n"
    );
    assert_eq!(
        liangjiang("ports show guoyuan --fields id,name_zh --format csv").prints().run(),
        "id,name_zh\nguoyuan,果园港\n"
    );
    liangjiang("ports --fields idd").status(2).warns("no field `idd`").warns("name_zh").run();
}

#[test]
fn errors_speak_the_language_that_was_asked_for() {
    liangjiang("show nope-nothing --lang zh").status(1).warns("没有记录`nope-nothing`").run();
    liangjiang("show nope-nothing").env("LANG", "zh_CN.UTF-8").status(1).warns("没有记录").run();
}
