//! The user's own data over the fixture: merging, marks, diagnostics, hostile folders. The folders stand in
//! `tests/own-data.txt`.

use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
};

use liangjiang::{
    load::{DataFile, merge},
    store::Atlas,
};
use proptest::prelude::*;
use serde_json::Value;

use crate::{
    fixture,
    harness::{Run, answers, folder, liangjiang, live, project, records, text, texts, with_args},
    store,
};

/// The files of a folder: its own, and those of `all` that it does not have itself.
fn files(name: &str) -> Vec<(String, String)> {
    let all = fs::read_to_string(project("tests/own-data.txt")).unwrap();
    let of = |folder: &str| -> Vec<(String, String)> {
        let parts =
            all.split("=== ").filter_map(|part| part.strip_prefix(&format!("{folder}/"))?.split_once('\n'));
        parts.map(|(path, text)| (path.to_owned(), text.to_owned())).collect()
    };
    let (mut files, common) = (of(name), of("all"));
    let missing = common.into_iter().filter(|(path, _)| files.iter().all(|(own, _)| own != path));
    files.extend(missing.collect::<Vec<_>>());
    files
}

/// A folder with these files, on the disk.
fn own(name: &str) -> PathBuf {
    let folder = folder(name);
    for (path, text) in files(name) {
        write(&folder.join(path), text.as_bytes());
    }
    folder
}

fn write(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

fn over(args: &str, data: &Path) -> Run {
    with_args(args.split_whitespace().map(OsStr::new).chain([OsStr::new("--data"), data.as_os_str()]))
}

fn file(path: &str, text: &str) -> DataFile {
    DataFile { path: path.to_owned(), shown: path.to_owned(), content: Ok(text.as_bytes().to_vec()) }
}

#[test]
fn keys_replace_lists_add_links_are_completed_and_figures_add() {
    let data = own("merge");
    let before = liangjiang("show bailuwan --json").json();
    let after = over("show bailuwan --json", &data).json();
    assert_eq!((text(&after, "summary"), &after["summary_zh"]), ("Ours.", &before["summary_zh"]));
    let list = |value: &Value, key: &str| value[key].as_array().unwrap().clone();
    assert_eq!(list(&after, "aliases"), [list(&before, "aliases"), vec!["Egret Dock".into()]].concat());
    assert!(list(&after["links"], "parks").contains(&"heron".into()));
    assert_eq!(text(&after, "origin"), format!("{}/ports/bailuwan.toml:1", data.display()));
    let figures = list(&after, "figures").into_iter();
    let (own, ours): (Vec<_>, Vec<_>) = figures.partition(|figure| !figure["origin"].is_null());
    assert_eq!(ours, list(&before, "figures"));
    assert_eq!(texts(&own, "id"), ["bailuwan.container-throughput.2025"]);
    assert_eq!(text(&own[0], "origin"), format!("{}/ports/bailuwan.toml:4", data.display()));
}

#[test]
fn an_equal_figure_is_a_fault_unless_it_retires_ours() {
    let twice = own("equal");
    let place = format!("{}/ports/bailuwan.toml:2:1: duplicate-id: ", twice.display());
    let wants = "supersedes = \"bailuwan.container-throughput.2024\"";
    over("ports", &twice).status(3).warns(&place).warns(wants).run();
    let data = own("retire");
    let rows = over("figures bailuwan --metric container-throughput --year 2024 --json", &data).rows();
    let (ours, yours): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row["origin"].is_null());
    assert_eq!(texts(&ours, "superseded_by"), ["bailuwan.container-throughput.2024.2"]);
    assert_eq!(texts(&yours, "id"), ["bailuwan.container-throughput.2024.2"]);
    let rows = over("figures bailuwan --metric container-throughput --year 2022 -f ids", &data);
    rows.says("2022.3\n").run();
    // It stood among the headlines, where the user's stands now.
    let headlines = over("overview --json", &data).json()["headlines"].as_array().unwrap().clone();
    assert!(texts(&headlines, "id").contains(&"bailuwan.container-throughput.2024.2".to_owned()));
    over("changes", &data).says("retired").run();
}

#[test]
fn what_is_the_users_own_is_marked_wherever_it_shows() {
    let data = own("marks");
    let foot = format!("[own] own data: {}\n", data.display());
    let pages = "ports; parks; show bailuwan; show heron; compare bailuwan cangyun; search heron yard; \
                 search bailuwan boxes 2025; search shade; figures bailuwan; figures bailuwan --chart; \
                 cite bailuwan.container-throughput.2025; conflicts; gaps; sources; sources show notes; changes";
    for command in pages.split("; ") {
        let page = over(command, &data).prints().run();
        assert!(page.matches("[own]").count() > 1 && page.ends_with(&foot), "{command}: {page}");
    }
    over("show heron --lang zh", &data).says("[自有]").says("自有数据：").run();
    over("figures bailuwan -f markdown", &data).says("own data: ").run();
    for format in ["bibtex", "csl-json", "gb7714", "markdown"] {
        let command = format!("cite bailuwan.container-throughput.2025 -f {format}");
        let cited = over(&command, &data).prints().run();
        assert!(cited.contains("own") || cited.contains("自有"), "{format}: {cited}");
    }
    let export = data.join("package");
    over(&format!("export {}", export.display()), &data).prints().run();
    for table in ["figures", "sources", "parks", "gaps", "disputes"] {
        let csv = fs::read_to_string(export.join(format!("{table}.csv"))).unwrap();
        assert!(csv.contains(&format!("{}/", data.display())), "{table}");
    }
    // A row of JSON says it under one key, whatever the command.
    let lists =
        "parks; show heron; compare bailuwan cangyun; search shade; gaps; conflicts; sources; metrics";
    for command in lists.split("; ") {
        let rows = over(&format!("{command} --json"), &data).may_warn().rows();
        assert!(rows.iter().all(|row| row.get("origin").is_some()), "{command}");
    }
}

#[test]
fn layers_lie_in_the_order_of_the_variable_then_the_options() {
    let (a, b, c) = (own("a"), own("b"), own("c"));
    let summary = |run: Run| text(&run.json(), "summary").to_owned();
    let variable = std::env::join_paths([&a, &b]).unwrap();
    let within = |run: Run| run.env("LIANGJIANG_DATA", &variable);
    assert_eq!(summary(within(liangjiang("show bailuwan --json"))), "b");
    assert_eq!(summary(within(over("show bailuwan --json", &c))), "c");
    assert_eq!(summary(over(&format!("show bailuwan --json --data={}", c.display()), &a)), "a");
    assert_eq!(summary(with_args(["--data", b.to_str().unwrap(), "show", "bailuwan", "--json"])), "b");
    let plain = liangjiang("show bailuwan --json").prints().run();
    within(over("show bailuwan --json --bundled-only", &c)).stdout(&plain).run();
    for wrong in ["ports --data-only", "ports --data"] {
        liangjiang(wrong).status(2).warns("--data").run();
    }
    liangjiang("ports --data /nowhere").status(3).warns("/nowhere").run();
}

#[test]
fn every_fault_of_all_files_is_told_at_its_place_in_the_users_files() {
    let data = own("faults");
    let mut run = over("ports", &data).status(3);
    for want in [
        "sources.toml:7:1: unknown-key: unknown field `knd`; did you mean `kind`?",
        "ports/bailuwan.toml:2:1: unknown-id: no metric `container-thruput`; did you mean `container-throughput`?",
        "ports/bailuwn.toml:1:1: unknown-id: no port `bailuwn` to add to; did you mean `bailuwan`?",
        "parks/heron.toml:1:1: duplicate-name: `liuyuan` has this name, too",
        "parks/heron.toml:2:1: unknown-id: no category `industrial-prk`; did you mean `industrial-park`?",
        "parks/heron.toml:8:1: one-sided-link: `bailuwan` is one of the ports",
        // Figures of the data below are faulty by it.
        "metrics.toml:1:1: wrong-type: `container-throughput` is a text",
    ] {
        run = run.warns(&format!("{}/{want}", data.display()));
    }
    run.run();
    over("ports --lang zh", &data).status(3).warns("编号不存在：no metric").run();
}

#[test]
fn check_warns_of_what_is_gone_unused_or_not_read() {
    let data = own("warnings");
    let mut rows = over("check --json", &data).rows();
    rows.retain(|row| row["figures"].as_array().unwrap().is_empty());
    let mut wants = [
        ("orphaned", "disputes.toml:7", "`bailuwan.berths.1999` is not in the data"),
        ("orphaned", "gaps.toml:7", "`lost-canal` is not in the data, so the gap is told without it"),
        ("orphaned", "ports/cangyun.toml:8", "it retires nothing"),
        ("orphaned", "ports/cangyun.toml:11", "the link is left out"),
        ("orphaned", "ports/gone-since.toml:1", "no port `gone-since` to add to"),
        ("unused-source", "sources.toml:2", "`notes`"),
        ("not-read", "parks/egret.toml.txt:1", "end in .toml"),
        ("not-read", "park:1", "did you mean `parks`?"),
        ("not-read", "ports/deep:1", "only the folders of kinds"),
        ("not-read", "pinyin.txt:1", "end in .toml"),
    ]
    .to_vec();
    assert_eq!(rows.len(), wants.len(), "{rows:#?}");
    wants.retain(|(rule, place, what)| {
        let place = format!("{}/{place}", data.display());
        let is_it = |row: &Value| text(row, "rule") == *rule && text(row, "origin") == place;
        !rows.iter().any(|row| is_it(row) && row["statements"][0].as_str().unwrap().contains(what))
    });
    assert!(wants.is_empty(), "{wants:?} are not in {rows:#?}");
    over("check -f ids", &data).says("ports/gone-since.toml\n").run();
    // Every other command says that there is something; none fails for it.
    over("ports -f ids", &data).prints().warns("left out of your own data: 9").run();
}

#[test]
fn changes_sets_own_figures_beside_ours() {
    let data = own("changes");
    let rows = over("changes --json", &data).rows();
    let line =
        |row: &Value| format!("{} {} {}", text(row, "change"), text(row, "subject"), text(row, "what"));
    let mut found: Vec<String> = rows.iter().map(line).collect();
    found.sort();
    let of_port = "bailuwan container-throughput";
    let want = [
        &*format!("different {of_port}"),
        "new bailuwan berths",
        "new heron record",
        &format!("same {of_port}"),
    ];
    assert_eq!(found, want);
    let different = rows.iter().find(|row| text(row, "change") == "different").unwrap();
    assert_eq!(text(&different["before"], "id"), "bailuwan.container-throughput.2024");
    assert_eq!((&different["after"]["value"], text(different, "reason")), (&9.into(), "Gates."));
    over("changes -f markdown --lang zh", &data).says("不同").says("\\[自有\\]").run();
}

#[test]
fn a_shown_file_reads_back_and_adds_nothing() {
    for (kind, ids) in records(fixture::atlas()) {
        for id in ids {
            let file = liangjiang(&format!("show {id} -f toml")).prints().run();
            let path = format!("{}/{id}.toml", kind.plural());
            assert!(file.starts_with(&format!("# {path}\n")));
            let data = folder("copy");
            write(&data.join(path), file.as_bytes());
            let plain = liangjiang(&format!("show {id} --json")).prints().run();
            over(&format!("show {id} --json"), &data).stdout(&plain).run();
            let rows = over("changes --json", &data).rows();
            let figures = liangjiang(&format!("figures {id} -f ids")).prints().may_warn().run();
            assert_eq!(texts(&rows, "change"), vec!["same"; figures.lines().count()], "{id}");
        }
    }
}

#[test]
fn the_files_of_the_help_and_of_the_guide_are_sound() {
    let filled = liangjiang("help data")
        .prints()
        .run()
        .replace("<source-id>", "visit")
        .replace("<record-id>", "heron");
    let filled =
        filled.replace("<2026-10>", "2026-05").replace("<2026-11-01>", "2026-06-01").replace(['<', '>'], "");
    let guide = fs::read_to_string(project("data/README.md")).unwrap();
    let (_, guide) = guide.split_once("## Your own data over this").unwrap();
    let example = guide.split("```").nth(1).unwrap().replace("\n# ", "\n# --- ");
    for (text, figures) in [(&filled, 3), (&example, 1)] {
        let files = text.split("# --- ").skip(1).map(|part| {
            let (path, text) = part.split_once('\n').unwrap();
            file(path.split(':').next().unwrap(), text)
        });
        let files = [files.collect()];
        let (dataset, faults) = merge(live().dataset().unwrap(), &files);
        assert!(faults.is_empty(), "{faults:#?}");
        assert_eq!(dataset.figures.iter().filter(|figure| figure.item.origin.is_some()).count(), figures);
    }
}

#[test]
fn nothing_of_one_place_is_in_the_program() {
    let place = project("tests/other-place");
    let package = folder("other").join("package");
    let commands = "overview; industries --pillar; ports; parks; plans --outcomes; policies --in-force; enterprises; \
                    projects; areas; amenities; show saltmarsh old-dock; figures --chart; sources; metrics; gaps; \
                    figures --latest --theme place; compare eastfield westfield; search berths; search tides; \
                    search hangzhou airport; shortlist boats; cite old-dock; conflicts; check; changes; version; \
                    help scopes; export ";
    for lang in ["en", "zh"] {
        for command in format!("{commands}{}-{lang}", package.display()).split("; ") {
            let output = over(&format!("{command} --data-only --lang {lang}"), &place).output();
            assert!(output.status < 2, "{command}: {}", output.stderr);
            let said = output.stdout + &output.stderr;
            for word in ["Liangjiang", "Chongqing", "两江", "重庆", "33511", "Three", "三种"] {
                assert!(!said.contains(word), "{word} in {command}: {said}");
            }
        }
    }
}

#[test]
fn an_empty_folder_changes_no_byte() {
    let no_files = [Vec::new()];
    // Whatever is asked, the bytes that answer are the same.
    for atlas in [fixture::atlas(), live()] {
        let (dataset, faults) = merge(atlas.dataset().unwrap(), &no_files);
        assert!(faults.is_empty(), "{faults:#?}");
        let compiled = store::compile(&dataset).unwrap();
        assert!(Atlas::new(&compiled.tables, &compiled.json) == atlas, "compiled otherwise");
    }
    let empty = folder("empty");
    for command in answers() {
        let (plain, over) = (liangjiang(&command).output(), over(&command, &empty).output());
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
    fn the_order_of_files_does_not_matter(order in Just((0..5).collect::<Vec<usize>>()).prop_shuffle()) {
        let files = files("marks");
        let compiled = |order: &[usize]| {
            let files = order.iter().map(|n| file(&files[*n].0, &files[*n].1)).collect();
            let folders = [files];
            let (dataset, faults) = merge(fixture::atlas().dataset().unwrap(), &folders);
            assert!(faults.is_empty(), "{faults:#?}");
            let compiled = store::compile(&dataset).unwrap();
            (compiled.tables, compiled.json)
        };
        prop_assert!(compiled(&order) == compiled(&[0, 1, 2, 3, 4]));
    }
}

#[cfg(unix)]
#[test]
fn hostile_folders_are_told_and_never_followed() {
    use std::os::unix::{ffi::OsStrExt, fs::symlink};

    let (outside, data) = (own("outside"), own("hostile"));
    let notes = fs::read_to_string(data.join("sources.toml")).unwrap();
    write(&data.join("sources.toml"), format!("\u{feff}{}", notes.replace('\n', "\r\n")).as_bytes());
    let odd_name = OsStr::from_bytes(b"ports/a\x1b[2J\xff.toml");
    write(&data.join("ports/nested.toml"), format!("name = {}", "[".repeat(100_000)).as_bytes());
    write(&data.join("ports/dotted.toml"), format!("{} = 1", vec!["a"; 100_000].join(".")).as_bytes());
    write(&data.join("ports/bytes.toml"), b"name = \"\xff\"");
    write(&data.join(odd_name), b"name = \"x\"");
    fs::File::create(data.join("ports/large.toml")).unwrap().set_len(100 << 20).unwrap();
    symlink("/dev/zero", data.join("ports/zero.toml")).unwrap();
    symlink(outside.join("parks/heron.toml"), data.join("parks/linked.toml")).unwrap();
    symlink(outside.join("parks"), data.join("plans")).unwrap();
    symlink(".", data.join("ports/round")).unwrap();
    let output = over("ports", &data).output();
    assert_eq!(output.status, 3, "{}", output.stderr);
    for want in [
        "ports/bytes.toml:1:1: syntax: the file is not UTF-8 from byte 8 on",
        "ports/escape.toml:1:8: invisible-character",
        "ports/nested.toml:1:",
        "ports/dotted.toml:1:",
        "ports/large.toml:1:1: unreadable: a file may have 64 MiB, and all together 128 MiB",
        "a\\u{1b}[2J\u{fffd}.toml",
    ] {
        assert!(output.stderr.contains(want), "{want} is not in {}", output.stderr);
    }
    assert!(!output.stderr.contains('\u{1b}') && output.stderr.lines().count() < 40, "{}", output.stderr);
    for odd in ["bytes", "escape", "nested", "dotted", "large"] {
        fs::remove_file(data.join(format!("ports/{odd}.toml"))).unwrap();
    }
    fs::remove_file(data.join(odd_name)).unwrap();
    let mut rows = over("check --json", &data).rows();
    rows.retain(|row| text(row, "rule") == "not-read");
    let want = ["parks/linked.toml", "plans", "ports/round", "ports/zero.toml"];
    assert_eq!(texts(&rows, "id"), want.map(|path| format!("{}/{path}", data.display())));
}

#[test]
fn completions_know_the_users_own_data() {
    let data = own("complete");
    let complete = |words: &[&str]| {
        let words = [&["--", "liangjiang"], words].concat();
        with_args(words).env("COMPLETE", "fish").prints().run()
    };
    assert!(complete(&["parks", "show", "--data", data.to_str().unwrap(), "her"]).starts_with("heron\t"));
    assert!(!complete(&["parks", "show", "her"]).contains("heron"));
    assert_eq!(complete(&["parks", "--data", ""]), "/directories\n");
}
