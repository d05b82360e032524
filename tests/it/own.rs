//! The user's own data over the fixture: merging, marks, diagnostics, hostile folders.

use std::{
    fs,
    path::{Path, PathBuf},
};

use liangjiang::load::{OwnFile, merge};
use proptest::prelude::*;
use serde_json::Value;

use crate::{
    fixture,
    harness::{Run, answers, folder, liangjiang, live, project, records, text, texts, with_args},
    store,
};

/// A folder with files.
fn own(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = folder(name);
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn over(args: &str, data: &Path) -> Run {
    let data = ["--data", data.to_str().unwrap()];
    with_args(args.split_whitespace().chain(data))
}

const NOTES: &str = r#"[[source]]
id = "notes"
title = "Notes"
publisher = "We"
accessed = "2026-06-01"
lang = "en"
kind = "company"
strength = "primary"
"#;

/// A figure of containers; `more` are further lines.
fn boxes(value: u32, more: &str) -> String {
    format!(
        "[[figure]]\nmetric = \"container-throughput\"\nvalue = {value}\nsource = \"notes\"\n\
         statement = \"We counted.\"\nstatement_zh = \"自行统计。\"\n{more}\n"
    )
}

const PARK: &str = r#"name = "Heron Yard"
category = "industrial-park"
summary = "A yard for herons."
summary_zh = "鹭鸟园。"
sources = ["notes"]

[links]
ports = ["bailuwan"]
"#;

#[test]
fn keys_replace_lists_add_links_are_completed_and_figures_add() {
    let port =
        ["summary = \"Ours.\"\naliases = [\"Egret Dock\"]\n\n", &boxes(7, "period = \"2025\"")].concat();
    let data =
        own("merge", &[("sources.toml", NOTES), ("ports/bailuwan.toml", &port), ("parks/heron.toml", PARK)]);
    let before = liangjiang("show bailuwan --json").json();
    let after = over("show bailuwan --json", &data).json();
    assert_eq!((text(&after, "summary"), &after["summary_zh"]), ("Ours.", &before["summary_zh"]));
    let aliases = |value: &Value| value["aliases"].as_array().unwrap().clone();
    assert_eq!(aliases(&after), [aliases(&before), vec!["Egret Dock".into()]].concat());
    assert!(after["links"]["parks"].as_array().unwrap().contains(&"heron".into()));
    assert_eq!(text(&after, "origin"), format!("{}/ports/bailuwan.toml:1", data.display()));
    let figures = |value: &Value| value["figures"].as_array().unwrap().clone();
    let (own, ours): (Vec<_>, Vec<_>) =
        figures(&after).into_iter().partition(|figure| !figure["origin"].is_null());
    assert_eq!(ours, figures(&before));
    assert_eq!(texts(&own, "id"), ["bailuwan.container-throughput.2025"]);
    assert_eq!(text(&own[0], "origin"), format!("{}/ports/bailuwan.toml:4", data.display()));
}

#[test]
fn an_equal_figure_is_a_fault_unless_it_retires_ours() {
    let twice =
        own("equal", &[("sources.toml", NOTES), ("ports/bailuwan.toml", &boxes(7, "period = \"2024\""))]);
    let place = format!("{}/ports/bailuwan.toml:2:1: duplicate-id: ", twice.display());
    over("ports", &twice)
        .status(3)
        .warns(&place)
        .warns("supersedes = \"bailuwan.container-throughput.2024\"")
        .run();
    let more = "period = \"2024\"\nsupersedes = \"bailuwan.container-throughput.2024\"";
    let data = own("retire", &[("sources.toml", NOTES), ("ports/bailuwan.toml", &boxes(7, more))]);
    let rows = over("figures bailuwan --metric container-throughput --year 2024 --json", &data).rows();
    let [old, new] = &rows[..] else { panic!("{rows:?}") };
    let (old, new) = if old["origin"].is_null() { (old, new) } else { (new, old) };
    assert_eq!(text(old, "superseded_by"), "bailuwan.container-throughput.2024.2");
    assert_eq!((text(new, "id"), &new["value"]), ("bailuwan.container-throughput.2024.2", &7.into()));
    // It stood among the headlines, where the user's stands now.
    let headlines = over("overview --json", &data).json()["headlines"].as_array().unwrap().clone();
    assert!(texts(&headlines, "id").contains(&text(new, "id").to_owned()));
    let rows = over("changes --json", &data).rows();
    assert_eq!(texts(&rows, "change"), ["retired"]);
    assert_eq!((text(&rows[0]["before"], "id"), &rows[0]["after"]["value"]), (text(old, "id"), &7.into()));
}

#[test]
fn what_is_the_users_own_is_marked_wherever_it_shows() {
    let gap = "[[gap]]\nid = \"shade\"\ntext = \"Is there shade?\"\ntext_zh = \"有无遮阴？\"\ntopics = [\"shade\"]\ntopics_zh = [\"遮阴\"]\nrecords = [\"heron\"]\n";
    let dispute = "[[dispute]]\nid = \"counts\"\ntext = \"Two counts.\"\ntext_zh = \"两种统计。\"\nnote = \"Ours is ours.\"\nnote_zh = \"以自有为准。\"\nfigures = [\"bailuwan.container-throughput.2025\"]\n";
    let data = own(
        "marks",
        &[
            ("sources.toml", NOTES),
            ("gaps.toml", gap),
            ("disputes.toml", dispute),
            ("ports/bailuwan.toml", &boxes(7_000_000, "period = \"2025\"")),
            ("parks/heron.toml", PARK),
        ],
    );
    let foot = format!("[own] own data: {}", data.display());
    for command in [
        "ports",
        "parks",
        "show bailuwan",
        "show heron",
        "compare bailuwan cangyun",
        "search heron yard",
        "search bailuwan boxes 2025",
        "search shade",
        "figures bailuwan",
        "figures bailuwan --chart",
        "cite bailuwan.container-throughput.2025",
        "conflicts",
        "gaps",
        "sources",
        "sources show notes",
    ] {
        let page = over(command, &data).prints().run();
        assert!(
            page.matches("[own]").count() > 1 && page.ends_with(&format!("{foot}\n")),
            "{command}: {page}"
        );
    }
    over("show heron --lang zh", &data).says("[自有]").says("自有数据：").run();
    over("figures bailuwan -f markdown", &data).says("own data: ").run();
    for format in ["bibtex", "csl-json", "gb7714", "markdown"] {
        let cited =
            over(&format!("cite bailuwan.container-throughput.2025 -f {format}"), &data).prints().run();
        assert!(cited.contains("own") || cited.contains("自有"), "{format}: {cited}");
    }
    let export = data.join("package");
    over(&format!("export {}", export.display()), &data).prints().may_warn().run();
    for table in ["figures", "sources", "parks", "gaps", "disputes"] {
        let csv = fs::read_to_string(export.join(format!("{table}.csv"))).unwrap();
        assert!(csv.contains(&format!("{}/", data.display())), "{table}");
    }
    // A row of JSON says it under one key, whatever the command.
    for command in [
        "parks",
        "show heron",
        "compare bailuwan cangyun",
        "search shade",
        "gaps",
        "conflicts",
        "sources",
        "metrics",
    ] {
        let rows = over(&format!("{command} --json"), &data).may_warn().rows();
        assert!(rows.iter().all(|row| row.get("origin").is_some()), "{command}");
    }
}

#[test]
fn layers_lie_in_the_order_of_the_variable_then_the_options() {
    let layer = |name: &str| own(name, &[("ports/bailuwan.toml", &format!("summary = \"{name}\"\n"))]);
    let (a, b, c) = (layer("a"), layer("b"), layer("c"));
    let summary = |run: Run| text(&run.json(), "summary").to_owned();
    let variable = std::env::join_paths([&a, &b]).unwrap();
    let within = |run: Run| run.environment(|environment| environment.data = Some(variable.clone()));
    assert_eq!(summary(within(liangjiang("show bailuwan --json"))), "b");
    assert_eq!(summary(within(over("show bailuwan --json", &c))), "c");
    assert_eq!(summary(over(&format!("show bailuwan --json --data {}", c.display()), &a)), "a");
    assert_eq!(summary(with_args(["--data", b.to_str().unwrap(), "show", "bailuwan", "--json"])), "b");
    let plain = liangjiang("show bailuwan --json").prints().run();
    within(over("show bailuwan --json --bundled-only", &c)).stdout(&plain).run();
    liangjiang("ports --data-only").status(2).warns("--data DIR").run();
    liangjiang("ports --data /nowhere").status(3).warns("/nowhere").run();
}

#[test]
fn every_fault_of_all_files_is_told_at_its_place_in_the_users_files() {
    let bad = boxes(7, "period = \"2025\"")
        .replace("notes", "nots")
        .replace("container-throughput", "container-thruput");
    let data = own(
        "faults",
        &[
            ("sources.toml", &NOTES.replace("kind", "knd")),
            ("ports/bailuwan.toml", &bad),
            ("ports/bailuwn.toml", &boxes(1, "period = \"2020\"")),
            (
                "parks/heron.toml",
                &PARK.replace("industrial-park", "industrial-prk").replace("ports =", "industries ="),
            ),
            // Compiled figures are faulty by it: the place is the user's.
            ("metrics.toml", "[[metric]]\nid = \"container-throughput\"\ntype = \"text\"\n"),
        ],
    );
    let mut run = over("ports", &data).status(3);
    for want in [
        "sources.toml:7:1: unknown-key: unknown key `knd`; did you mean `kind`?",
        "ports/bailuwan.toml:2:1: unknown-id: no metric `container-thruput`; did you mean `container-throughput`?",
        "ports/bailuwn.toml:1:1: unknown-id: no port `bailuwn` to add to; did you mean `bailuwan`?",
        "parks/heron.toml:2:1: unknown-id: no category `industrial-prk`; did you mean `industrial-park`?",
        "parks/heron.toml:8:1: one-sided-link: `bailuwan` is one of the ports",
        "metrics.toml:1:1: wrong-type: `container-throughput` is a text",
    ] {
        run = run.warns(&format!("{}/{want}", data.display()));
    }
    run.run();
    over("ports --lang zh", &data).status(3).warns("编号不存在：no metric").run();
}

#[test]
fn check_warns_of_what_is_gone_unused_or_not_read() {
    let dispute = "[[dispute]]\nid = \"d\"\ntext = \"t\"\ntext_zh = \"文\"\nnote = \"n\"\nnote_zh = \"注\"\nfigures = [\"bailuwan.berths.1999\"]\n";
    let data = own(
        "warnings",
        &[
            ("README.md", "mine"),
            ("sources.toml", NOTES),
            ("disputes.toml", dispute),
            (
                "ports/cangyun.toml",
                "[[figure]]\nmetric = \"passengers\"\nvalue = 5\nperiod = \"2025\"\nsource = \"operator-2025\"\nstatement = \"s\"\nstatement_zh = \"句\"\nsupersedes = \"cangyun.passengers.1901\"\n",
            ),
            ("ports/gone-since.toml", &boxes(1, "period = \"2020\"")),
            ("parks/heron.toml.txt", PARK),
            ("park/heron.toml", PARK),
            ("ports/deep/x.toml", ""),
            ("pinyin.txt", ""),
        ],
    );
    let source = text(&liangjiang("figures cangyun --json").rows()[0], "source").to_owned();
    let port = data.join("ports/cangyun.toml");
    fs::write(&port, fs::read_to_string(&port).unwrap().replace("operator-2025", &source)).unwrap();
    let rows = over("check --json", &data).rows();
    let said = |rule: &str| -> Vec<String> {
        let own = rows
            .iter()
            .filter(|row| text(row, "rule") == rule && row["figures"].as_array().unwrap().is_empty());
        own.map(|row| format!("{} {}", text(row, "origin"), row["statements"][0])).collect()
    };
    let at = |rule: &str, place: &str, what: &str| {
        let place = format!("{}/{place} ", data.display());
        assert!(
            said(rule).iter().any(|line| line.starts_with(&place) && line.contains(what)),
            "{place} {what}: {rows:#?}"
        );
    };
    at("unused-source", "sources.toml:2", "`notes`");
    at("orphaned", "disputes.toml:7", "`bailuwan.berths.1999` is not in the data");
    at("orphaned", "ports/cangyun.toml:8", "it retires nothing");
    at("orphaned", "ports/gone-since.toml:1", "no port `gone-since` to add to");
    at("not-read", "parks/heron.toml.txt:1", "end in .toml");
    at("not-read", "park:1", "did you mean `parks`?");
    at("not-read", "ports/deep:1", "only the folders of kinds");
    at("not-read", "pinyin.txt:1", "end in .toml");
    assert_eq!((said("orphaned").len(), said("not-read").len()), (3, 4));
    // Every other command says that there is something; none fails for it.
    over("ports -f ids", &data).prints().warns("left out of your own data: 7").run();
}

#[test]
fn changes_sets_own_figures_beside_ours() {
    let ours = liangjiang("figures bailuwan --metric container-throughput --json").rows();
    let of_2024 =
        ours.iter().find(|figure| text(figure, "period") == "2024").unwrap()["value"].as_u64().unwrap();
    let figures = [
        boxes(u32::try_from(of_2024).unwrap(), "period = \"2024\"\nn = 2"),
        boxes(9, "period = \"2024\"\nn = 3\nnote = \"Gates.\"\nnote_zh = \"按闸口。\""),
        boxes(10, "period = \"2025\""),
    ];
    let data = own(
        "changes",
        &[("sources.toml", NOTES), ("ports/bailuwan.toml", &figures.concat()), ("parks/heron.toml", PARK)],
    );
    let rows = over("changes --json", &data).rows();
    let row = |row: &Value| format!("{} {} {}", text(row, "change"), text(row, "subject"), text(row, "what"));
    let mut found: Vec<String> = rows.iter().map(row).collect();
    found.sort();
    let boxes = "bailuwan container-throughput";
    assert_eq!(
        found,
        [
            format!("different {boxes}"),
            "new heron record".to_owned(),
            format!("new {boxes}"),
            format!("same {boxes}")
        ]
        .into_iter()
        .collect::<std::collections::BTreeSet<_>>()
        .into_iter()
        .collect::<Vec<_>>()
    );
    let different = rows.iter().find(|row| text(row, "change") == "different").unwrap();
    assert_eq!((&different["before"]["value"], &different["after"]["value"]), (&of_2024.into(), &9.into()));
    assert_eq!((text(&different["after"], "source"), text(different, "reason")), ("notes", "Gates."));
    assert!(!text(&different["before"], "source").is_empty() && text(&different["after"], "date") == "2024");
    over("changes", &data).says("[own]").says("different").run();
    over("changes -f markdown --lang zh", &data).says("不同").run();
}

#[test]
fn a_shown_file_reads_back_and_adds_nothing() {
    for (kind, ids) in records(fixture::atlas()) {
        for id in ids {
            let file = liangjiang(&format!("show {id} -f toml")).prints().run();
            let path = format!("{}/{id}.toml", kind.plural());
            assert!(file.starts_with(&format!("# {path}\n")));
            let data = own("copy", &[(&path, &file)]);
            let plain = liangjiang(&format!("show {id} --json")).prints().run();
            over(&format!("show {id} --json"), &data).stdout(&plain).run();
            let rows = over("changes --json", &data).rows();
            let figures = liangjiang(&format!("figures {id} -f ids")).prints().may_warn().run();
            assert_eq!(texts(&rows, "change"), vec!["same"; figures.lines().count()], "{id}");
        }
    }
}

#[test]
fn the_skeleton_of_the_help_can_be_filled_in() {
    let help = liangjiang("help data").prints().run();
    let filled = help
        .replace("<source-id>", "visit-2026")
        .replace("<record-id>", "heron")
        .replace("<2026-10>", "2026-05")
        .replace("<2026-11-01>", "2026-06-01")
        .replace(['<', '>'], "");
    let files = filled.split("# --- ").skip(1).map(|part| {
        let (path, text) = part.split_once(':').unwrap();
        let text = text.split_once('\n').unwrap().1;
        OwnFile { path: path.to_owned(), shown: path.to_owned(), content: Ok(text.as_bytes().to_vec()) }
    });
    let files: Vec<OwnFile> = files.collect();
    assert_eq!(
        files.iter().map(|file| &*file.path).collect::<Vec<_>>(),
        ["sources.toml", "parks/heron.toml", "vocabulary.toml"]
    );
    let (dataset, diagnostics) = merge(live().dataset().unwrap(), &[files]);
    assert!(diagnostics.is_empty(), "{diagnostics:#?}");
    let figures = dataset.figures.iter().filter(|figure| figure.item.subject == *"heron").count();
    assert_eq!(figures, 3);
}

#[test]
fn the_example_of_the_guide_is_sound() {
    let guide = fs::read_to_string(project("data/README.md")).unwrap();
    let (_, example) = guide.split_once("## Your own data over this").unwrap();
    let example = example.split("```").nth(1).unwrap().trim_start_matches("toml\n");
    let files: Vec<OwnFile> = example
        .split("# ")
        .filter(|file| !file.is_empty())
        .map(|file| {
            let (path, text) = file.split_once('\n').unwrap();
            OwnFile { path: path.to_owned(), shown: path.to_owned(), content: Ok(text.as_bytes().to_vec()) }
        })
        .collect();
    assert_eq!(files.len(), 2);
    let (dataset, diagnostics) = merge(live().dataset().unwrap(), &[files]);
    assert!(diagnostics.is_empty(), "{diagnostics:#?}");
    let retired = dataset
        .figures
        .iter()
        .filter(|figure| figure.item.superseded_by.as_deref() == Some("guoyuan.container-throughput.2023.2"));
    assert_eq!(retired.count(), 1);
}

#[test]
fn nothing_of_one_place_is_in_the_program() {
    let place = project("tests/other-place");
    let export = folder("other").join("package");
    let export = format!("export {}", export.display());
    for command in [
        "overview",
        "industries --pillar",
        "ports",
        "parks",
        "plans --outcomes",
        "policies --in-force",
        "enterprises",
        "projects",
        "areas",
        "amenities",
        "show saltmarsh old-dock",
        "figures --chart",
        "figures --latest --theme place",
        "compare eastfield westfield",
        "search berths",
        "search tides",
        "search hangzhou airport",
        "shortlist boats",
        "cite old-dock",
        "sources",
        "metrics",
        "conflicts",
        "gaps",
        "check",
        "changes",
        "version",
        "help scopes",
        &export,
    ] {
        for lang in ["en", "zh"] {
            let command = format!("{command} --data-only --lang {lang}");
            let command = if lang == "zh" { command.replace("package", "package-zh") } else { command };
            let output = over(&command, &place).output();
            assert!(output.status < 2, "{command}: {}", output.stderr);
            for word in ["Liangjiang", "Chongqing", "两江", "重庆", "33511", "Three", "三种"] {
                let said = format!("{}{}", output.stdout, output.stderr);
                assert!(!said.contains(word), "{word} in {command}: {said}");
            }
        }
    }
}

#[test]
fn an_empty_folder_changes_no_byte() {
    // Whatever is asked, the bytes that answer are the same.
    for atlas in [fixture::atlas(), live()] {
        let (dataset, diagnostics) = merge(atlas.dataset().unwrap(), &[Vec::new()]);
        assert!(diagnostics.is_empty(), "{diagnostics:#?}");
        let again = store::compile(&dataset).unwrap();
        assert!(atlas.has_bytes(&again), "compiled otherwise");
    }
    let empty = folder("empty");
    for command in answers() {
        let plain = liangjiang(&command).output();
        let over = over(&command, &empty).output();
        assert_eq!(
            (over.status, over.stdout, over.stderr),
            (plain.status, plain.stdout, plain.stderr),
            "{command}"
        );
    }
}

/// The same without what says where it stands.
fn without_origin(mut value: Value) -> Value {
    match &mut value {
        Value::Object(object) => {
            object.retain(|key, _| key != "origin");
            object.values_mut().for_each(|value| *value = without_origin(value.take()));
        }
        Value::Array(items) => items.iter_mut().for_each(|value| *value = without_origin(value.take())),
        _ => {}
    }
    value
}

#[test]
fn the_whole_of_the_data_as_ones_own_answers_as_the_bundle_does() {
    let data = project("tests/fixture");
    for command in answers() {
        let plain = liangjiang(&format!("{command} --json")).may_warn().json();
        let own = over(&format!("{command} --json --data-only"), &data).may_warn().json();
        assert_eq!(without_origin(own), without_origin(plain), "{command}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_files_does_not_matter(order in Just((0..4).collect::<Vec<usize>>()).prop_shuffle()) {
        let files = [
            ("sources.toml", NOTES.to_owned()),
            ("parks/heron.toml", PARK.to_owned()),
            ("ports/bailuwan.toml", boxes(7, "period = \"2025\"")),
            ("ports/cangyun.toml", "[links]\nparks = [\"heron\"]\n".to_owned()),
        ];
        let compiled = |order: &[usize]| {
            let file = |n: &usize| OwnFile { path: files[*n].0.to_owned(), shown: files[*n].0.to_owned(), content: Ok(files[*n].1.clone().into_bytes()) };
            let (dataset, faults) = merge(fixture::atlas().dataset().unwrap(), &[order.iter().map(file).collect()]);
            assert!(faults.is_empty(), "{faults:#?}");
            let compiled = store::compile(&dataset).unwrap();
            (compiled.tables, compiled.json)
        };
        prop_assert!(compiled(&order) == compiled(&[0, 1, 2, 3]));
    }
}

#[cfg(unix)]
#[test]
fn hostile_folders_are_told_and_never_followed() {
    use std::os::unix::{ffi::OsStrExt, fs::symlink};

    let outside = own("outside", &[("parks/heron.toml", PARK)]);
    let data = own(
        "hostile",
        &[
            ("sources.toml", &format!("\u{feff}{}", NOTES.replace('\n', "\r\n"))),
            ("parks/heron.toml", PARK),
            ("ports/escape.toml", "name = \"a\\u001b[2J\"\n"),
            ("ports/nested.toml", &format!("name = {}", "[".repeat(100_000))),
            ("ports/dotted.toml", &format!("{} = 1", vec!["a"; 100_000].join("."))),
        ],
    );
    fs::write(data.join("ports/bytes.toml"), b"name = \"\xff\"").unwrap();
    fs::write(data.join(std::ffi::OsStr::from_bytes(b"ports/a\x1b[2J\xff.toml")), "name = \"x\"").unwrap();
    fs::File::create(data.join("ports/large.toml")).unwrap().set_len(100 << 20).unwrap();
    symlink("/dev/zero", data.join("ports/zero.toml")).unwrap();
    symlink(outside.join("parks/heron.toml"), data.join("parks/linked.toml")).unwrap();
    symlink(outside.join("parks"), data.join("plans")).unwrap();
    symlink(".", data.join("ports/round")).unwrap();
    let output = over("ports", &data).output();
    assert_eq!(output.status, 3, "{}", output.stderr);
    let place = |what: &str| output.stderr.lines().any(|line| line.contains(what));
    assert!(place("ports/bytes.toml:1:1: syntax: the file is not UTF-8 from byte 8 on"), "{}", output.stderr);
    assert!(place("ports/escape.toml:1:8: invisible-character"), "{}", output.stderr);
    assert!(place("ports/nested.toml:1:") && place("ports/dotted.toml:1:"), "{}", output.stderr);
    assert!(place("ports/large.toml:1:1: unreadable: a file may have 64 MiB"), "{}", output.stderr);
    assert!(place("a\\u{1b}[2J\u{fffd}.toml"), "{}", output.stderr);
    assert!(!output.stderr.contains('\u{1b}') && output.stderr.lines().count() < 40, "{}", output.stderr);
    for odd in ["bytes", "escape", "nested", "dotted", "large"] {
        fs::remove_file(data.join(format!("ports/{odd}.toml"))).unwrap();
    }
    fs::remove_file(data.join(std::ffi::OsStr::from_bytes(b"ports/a\x1b[2J\xff.toml"))).unwrap();
    let rows = over("check --json", &data).rows();
    let left: Vec<String> = rows
        .iter()
        .filter(|row| text(row, "rule") == "not-read")
        .map(|row| text(row, "id").to_owned())
        .collect();
    let want = ["parks/linked.toml", "plans", "ports/round", "ports/zero.toml"]
        .map(|path| format!("{}/{path}", data.display()));
    assert_eq!(left, want);
}

#[test]
fn completions_know_the_users_own_data() {
    let data = own("complete", &[("sources.toml", NOTES), ("parks/heron.toml", PARK)]);
    let complete = |words: &[&str]| {
        let words = [&["--", "liangjiang"], words].concat();
        with_args(words)
            .environment(|environment| environment.complete = Some("fish".to_owned()))
            .prints()
            .run()
    };
    let folder = data.to_str().unwrap();
    assert!(complete(&["parks", "show", "--data", folder, "her"]).starts_with("heron\t"));
    assert!(!complete(&["parks", "show", "her"]).contains("heron"));
    assert_eq!(complete(&["parks", "--data", ""]), "/directories\n");
}
