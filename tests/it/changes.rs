//! `changes`: what is new, corrected, superseded or gone since a release; old ids; what lapses.

use serde_json::Value;

use crate::harness::liangjiang;

/// What happened, to what, and the ids before and now.
fn rows(args: &str) -> Vec<[String; 4]> {
    let rows: Value =
        serde_json::from_str(&liangjiang(&format!("changes {args} --json")).prints().run()).unwrap();
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let row =
        |row: &Value| [&row["change"], &row["subject"], &row["before"]["id"], &row["after"]["id"]].map(text);
    rows.as_array().unwrap().iter().map(row).collect()
}

#[test]
fn a_change_is_told_with_what_was_and_is_said_and_why() {
    let told: Vec<_> = rows("").into_iter().filter(|row| row[0] != "new").collect();
    assert_eq!(
        told,
        [
            [
                "corrected",
                "bailuwan",
                "bailuwan.container-throughput.2018",
                "bailuwan.container-throughput.2018"
            ],
            ["withdrawn", "liuyuan", "liuyuan.role.2020", "-"],
            ["superseded", "bailuwan", "bailuwan.opened.undated", "bailuwan.opened.2015-06-18"],
            ["renamed", "bailuwan", "bailuwan.quays.2024", "bailuwan.berths.2024"],
            ["renamed", "bailuwan", "heron-port", "bailuwan"],
            ["lapsed", "open-door", "open-door", "open-door"],
            ["closed", "water-price", "gap:water-price", "-"],
        ]
    );
    let page = liangjiang("changes bailuwan").prints().run();
    for said in
        ["Two digits were swapped.", "before: Bailuwan handled 502,000", "now: Bailuwan handled 205,000"]
    {
        assert!(page.contains(said), "{said}\n{page}");
    }
    assert!(page.contains("A stronger source says it."), "{page}");
    let zh = liangjiang("changes --lang zh -f markdown").prints().run();
    assert!(zh.contains("原：2018年，白鹭湾港集装箱吞吐量50.2万标箱。") && zh.contains("被取代"), "{zh}");
}

#[test]
fn only_what_no_release_held_is_new() {
    let new = |args| rows(args).into_iter().filter(|row| row[0] == "new").map(|row| row[3].clone());
    let new: Vec<String> = new("").collect();
    for held in ["luoyun", "cangyun", "bailuwan", "bailuwan.opened.undated", "bailuwan.berths.2024"] {
        assert!(!new.iter().any(|id| id == held), "{held}");
    }
    for id in ["river-school", "bailuwan.berths.2024", "wages"] {
        assert_eq!(new.iter().any(|new| new == id), id != "bailuwan.berths.2024", "{id}");
    }
    assert!(rows("liuyuan").iter().all(|row| row[1] == "liuyuan" || row[3] == "power-price"));
}

#[test]
fn since_takes_a_version_or_a_date() {
    assert_eq!(rows("--since 2026.03.31"), rows(""));
    assert_eq!(rows("--since 2026-04"), rows(""));
    let all = rows("--since 2026-02");
    assert_eq!((&all, all.len()), (&rows("--since 2026.01.31"), rows("").len() + 2), "tea came in between");
    assert_eq!(rows("--since 2026-06-30"), Vec::<[String; 4]>::new());
    liangjiang("changes --since lately").status(2).warns("2026-11-23").run();
    liangjiang("changes --since 2020").prints().warns("31 Jan 2026").run();
}

#[test]
fn an_old_id_answers_with_a_note() {
    liangjiang("cite bailuwan.quays.2024 -f ids")
        .stdout("bailuwan.berths.2024\n")
        .warns("bailuwan.quays.2024")
        .run();
    liangjiang("ports show heron-port -f ids").stdout("bailuwan\n").warns("heron-port").run();
    liangjiang("cite liuyuan.role.2020").status(1).warns("liuyuan.role.2020").run();
}

#[test]
fn a_policy_lapses_when_its_own_term_ends() {
    liangjiang("policies --lapsing 31 -f ids").stdout("tax-ten\n").run();
    liangjiang("policies --lapsing 30 -f ids").run();
    liangjiang("policies --lapsing 31 --status expired -f ids").run();
}
