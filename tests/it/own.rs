//! The user's own data over the fixture: marks, layers, round trips, hostile folders. How it is merged, and what is
//! told of faults and leftovers, is in the transcripts over `tests/golden/own`, `faulty` and `leftover`.

use std::{ffi::OsStr, fs, path::Path};

use liangjiang::{
    load::{self, DataFile, merge},
    store::Atlas,
};
use proptest::prelude::*;
use serde_json::Value;

use crate::{
    fixture,
    harness::{Run, answers, folder, liangjiang, live, project, records, text, texts, with_args},
    store,
};

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
fn what_is_the_users_own_is_marked_wherever_it_shows() {
    let data = project("tests/golden/own");
    let foot = format!("[own] own data: {}\n", data.display());
    let pages = "ports; parks; show bailuwan; show heron; compare bailuwan cangyun; search heron yard; \
                 search bailuwan boxes 2025; search shade; figures bailuwan; figures bailuwan --chart; \
                 cite bailuwan.container-throughput.2025; conflicts; gaps; sources; sources show notes; changes";
    for command in pages.split("; ") {
        let page = over(command, &data).prints().may_warn().run();
        assert!(page.matches("[own]").count() > 1 && page.ends_with(&foot), "{command}: {page}");
    }
    for format in ["bibtex", "csl-json", "gb7714", "markdown"] {
        let command = format!("cite bailuwan.container-throughput.2025 -f {format}");
        let cited = over(&command, &data).prints().may_warn().run();
        assert!(cited.contains("own") || cited.contains("自有"), "{format}: {cited}");
    }
    let export = folder("own").join("package");
    over(&format!("export {}", export.display()), &data).prints().may_warn().run();
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
    let [a, b, c] = ["a", "b", "c"].map(|name| {
        let folder = folder(name);
        write(&folder.join("ports/bailuwan.toml"), format!("summary = \"{name}\"").as_bytes());
        folder
    });
    let summary = |run: Run| text(&run.json(), "summary").to_owned();
    let variable = std::env::join_paths([&a, &b]).unwrap();
    let within = |run: Run| run.env("LIANGJIANG_DATA", &variable);
    assert_eq!(summary(within(liangjiang("show bailuwan --json"))), "b");
    assert_eq!(summary(within(over("show bailuwan --json", &c))), "c");
    assert_eq!(summary(over(&format!("show bailuwan --json --data={}", c.display()), &a)), "a");
    assert_eq!(summary(with_args(["--data", b.to_str().unwrap(), "show", "bailuwan", "--json"])), "b");
    let plain = liangjiang("show bailuwan --json").prints().run();
    within(over("show bailuwan --json --bundled-only", &c)).stdout(&plain).run();
    liangjiang("ports --data /nowhere").status(3).warns("/nowhere").run();
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
        let compiled = store::compile(dataset).unwrap();
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
    fn the_order_of_files_does_not_matter(
        shuffled in Just(load::files(&project("tests/golden/own")).unwrap()).prop_shuffle()
    ) {
        let compiled = |files: Vec<DataFile>| {
            let folders = [files];
            let (dataset, faults) = merge(fixture::atlas().dataset().unwrap(), &folders);
            assert!(faults.iter().all(|fault| fault.rule.is_warning()), "{faults:#?}");
            let compiled = store::compile(dataset).unwrap();
            (compiled.tables, compiled.json)
        };
        prop_assert!(compiled(shuffled) == compiled(load::files(&project("tests/golden/own")).unwrap()));
    }
}

#[test]
fn of_figures_that_exclude_each_other_each_is_told_once() {
    let data = folder("many");
    let figure = |n: usize| {
        format!(
            "[[figure]]\nmetric = \"berths\"\nvalue = {n}\nas_of = \"2023\"\n{}source = \"mirror-undated-copy\"\n\
             statement = \"s\"\nstatement_zh = \"句\"\n",
            if n > 1 { format!("n = {n}\n") } else { String::new() }
        )
    };
    write(&data.join("ports/cangyun.toml"), (1..=400).map(figure).collect::<String>().as_bytes());
    let rows = over("check --json", &data).rows();
    let excluding: Vec<_> = rows.iter().filter(|row| text(row, "rule") == "excluding-figures").collect();
    assert_eq!(excluding.len(), 399);
    assert_eq!(text(excluding[0], "id"), "cangyun");
}

#[test]
fn a_link_and_a_word_of_ones_own_have_their_place_in_an_export() {
    let (data, export) = (project("tests/golden/changed"), folder("changed").join("package"));
    over(&format!("export {}", export.display()), &data).prints().may_warn().run();
    for (table, row, file) in [
        ("links", "liuyuan,cangyun,port,", "parks/liuyuan.toml:5"),
        ("links", "cangyun,liuyuan,park,", "parks/liuyuan.toml:5"),
        ("links", "liuyuan,bailuwan,port,", ""),
        ("words", "\"[\"\"willows\"\"]\",\"[\"\"record:liuyuan\"\"]\",", "synonyms.toml:1"),
    ] {
        let csv = fs::read_to_string(export.join(format!("{table}.csv"))).unwrap();
        let want = if file.is_empty() { row.to_owned() } else { format!("{row}{}/{file}", data.display()) };
        assert!(csv.lines().any(|line| line.ends_with(&want)), "{want} is not in {csv}");
    }
}

#[cfg(unix)]
#[test]
fn hostile_folders_are_told_and_never_followed() {
    use std::os::unix::{ffi::OsStrExt, fs::symlink};

    let (outside, data) = (folder("outside"), folder("hostile"));
    write(&outside.join("parks/heron.toml"), b"name = \"x\"");
    fs::create_dir(data.join("parks")).unwrap();
    let notes = fs::read_to_string(project("tests/golden/own/sources.toml")).unwrap();
    write(&data.join("sources.toml"), format!("\u{feff}{}", notes.replace('\n', "\r\n")).as_bytes());
    write(&data.join("ports/escape.toml"), br#"name = "a\u001b[2J""#);
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
        "ports/bytes.toml:1:1: syntax: the file is not UTF-8 from byte `8` on",
        "ports/escape.toml:1:8: invisible-character",
        "ports/nested.toml:1:",
        "ports/dotted.toml:1:",
        "ports/large.toml:1:1: unreadable: a file may have `64` MiB, and all together `128` MiB",
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
